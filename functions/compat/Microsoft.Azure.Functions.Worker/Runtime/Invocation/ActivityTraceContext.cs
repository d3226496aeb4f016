using System.Diagnostics;

namespace Microsoft.Azure.Functions.Worker.Runtime.Invocation;

/// <summary>The trace of the current activity.</summary>
internal sealed class ActivityTraceContext(Activity? activity) : TraceContext
{
    /// <inheritdoc/>
    public override string TraceParent { get; } = activity?.Id ?? string.Empty;

    /// <inheritdoc/>
    public override string TraceState { get; } = activity?.TraceStateString ?? string.Empty;
}
