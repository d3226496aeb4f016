namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the trigger knows about the event.</summary>
public abstract class BindingContext
{
    /// <summary>Values by name, case-insensitive: the route and query values of a request, or the properties of a queue message.</summary>
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
