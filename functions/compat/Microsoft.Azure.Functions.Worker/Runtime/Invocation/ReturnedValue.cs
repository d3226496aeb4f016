namespace Microsoft.Azure.Functions.Worker.Runtime.Invocation;

/// <summary>What the function of an invocation returned.</summary>
internal sealed class ReturnedValue : InvocationResult
{
    /// <inheritdoc/>
    public override object? Value { get; set; }
}
