namespace Microsoft.Azure.Functions.Worker;

/// <summary>Where an invocation stands in its retry policy.</summary>
public abstract class RetryContext
{
    /// <summary>Repetitions so far; 0 at the first attempt.</summary>
    public abstract int RetryCount { get; }

    /// <summary>The greatest number of repetitions; 0 without a policy, -1 for no limit.</summary>
    public abstract int MaxRetryCount { get; }
}
