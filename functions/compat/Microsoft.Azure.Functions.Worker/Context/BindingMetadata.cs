namespace Microsoft.Azure.Functions.Worker;

/// <summary>A trigger or an output of a function.</summary>
public abstract class BindingMetadata
{
    /// <summary>The parameter's or property's name; <c>$return</c> for the return value.</summary>
    public abstract string Name { get; }

    /// <summary>The kind, such as <c>httpTrigger</c> or <c>queue</c>.</summary>
    public abstract string Type { get; }

    /// <summary>Which way it goes.</summary>
    public abstract BindingDirection Direction { get; }
}
