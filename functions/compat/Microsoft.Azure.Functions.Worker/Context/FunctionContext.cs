namespace Microsoft.Azure.Functions.Worker;

/// <summary>All that belongs to one invocation.</summary>
public abstract class FunctionContext
{
    /// <summary>The invocation's id, a GUID; a repetition by a retry policy has its own.</summary>
    public abstract string InvocationId { get; }

    /// <summary>The function's id, stable as long as its name and entry point are.</summary>
    public abstract string FunctionId { get; }

    /// <summary>The distributed trace that the invocation belongs to.</summary>
    public abstract TraceContext TraceContext { get; }

    /// <summary>What the trigger knows about the event.</summary>
    public abstract BindingContext BindingContext { get; }

    /// <summary>Which repetition this is.</summary>
    public abstract RetryContext RetryContext { get; }

    /// <summary>The services of this invocation; scoped ones are disposed of after it.</summary>
    public abstract IServiceProvider InstanceServices { get; set; }

    /// <summary>The function.</summary>
    public abstract FunctionDefinition FunctionDefinition { get; }

    /// <summary>Values that middleware and function share during the invocation.</summary>
    public abstract IDictionary<object, object> Items { get; set; }

    /// <summary>Features of the invocation by type.</summary>
    public abstract IInvocationFeatures Features { get; }

    /// <summary>
    /// Cancelled when the function's time is up, when the caller of an HTTP function is gone, or when the process stops and the
    /// grace for work under way is over.
    /// </summary>
    public virtual CancellationToken CancellationToken { get; } = CancellationToken.None;
}
