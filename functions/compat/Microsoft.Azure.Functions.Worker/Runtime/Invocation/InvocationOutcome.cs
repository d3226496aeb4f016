namespace Microsoft.Azure.Functions.Worker.Runtime.Invocation;

/// <summary>How an invocation ended.</summary>
/// <param name="Error">Why it failed; <see langword="null"/> when it succeeded.</param>
internal sealed record InvocationOutcome(Exception? Error)
{
    /// <summary>The outcome of an invocation that succeeded.</summary>
    public static readonly InvocationOutcome Success = new((Exception?)null);

    /// <summary>Whether it succeeded.</summary>
    public bool Succeeded => Error is null;
}
