using System.Collections.Immutable;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>A W3C trace context (https://www.w3.org/TR/trace-context/).</summary>
public abstract class TraceContext
{
    /// <summary>The <c>traceparent</c> value; empty when nobody traces.</summary>
    public abstract string TraceParent { get; }

    /// <summary>The <c>tracestate</c> value; empty when there is none.</summary>
    public abstract string TraceState { get; }

    /// <summary>Attributes of the trace.</summary>
    public virtual IReadOnlyDictionary<string, string> Attributes => ImmutableDictionary<string, string>.Empty;
}
