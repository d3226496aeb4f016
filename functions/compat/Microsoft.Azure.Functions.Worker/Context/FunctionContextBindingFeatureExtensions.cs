using Microsoft.Azure.Functions.Worker.Runtime.Invocation;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Access to what a function returned.</summary>
public static class FunctionContextBindingFeatureExtensions
{
    /// <summary>Gives what the function returned, for middleware to read or replace.</summary>
    /// <param name="context">The invocation.</param>
    public static InvocationResult GetInvocationResult(this FunctionContext context) =>
        context.Features.Get<ReturnedValue>()
        ?? throw new InvalidOperationException("This context belongs to no invocation.");
}
