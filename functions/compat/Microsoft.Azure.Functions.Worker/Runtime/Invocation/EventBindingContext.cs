namespace Microsoft.Azure.Functions.Worker.Runtime.Invocation;

/// <summary>What the trigger knows about the event.</summary>
internal sealed class EventBindingContext(IReadOnlyDictionary<string, object?> data) : BindingContext
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object?> BindingData { get; } = data;
}
