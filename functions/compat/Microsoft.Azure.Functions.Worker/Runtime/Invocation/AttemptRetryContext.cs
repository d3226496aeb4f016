namespace Microsoft.Azure.Functions.Worker.Runtime.Invocation;

/// <summary>Which attempt an invocation is.</summary>
internal sealed class AttemptRetryContext(int retryCount, int maxRetryCount) : RetryContext
{
    /// <inheritdoc/>
    public override int RetryCount { get; } = retryCount;

    /// <inheritdoc/>
    public override int MaxRetryCount { get; } = maxRetryCount;
}
