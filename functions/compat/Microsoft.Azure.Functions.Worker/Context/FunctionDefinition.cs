using System.Collections.Immutable;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>A function as found at the start.</summary>
public abstract class FunctionDefinition
{
    /// <summary>Its parameters in order.</summary>
    public abstract ImmutableArray<FunctionParameter> Parameters { get; }

    /// <summary>The file of its assembly.</summary>
    public abstract string PathToAssembly { get; }

    /// <summary>Full type name, a dot, and the method's name.</summary>
    public abstract string EntryPoint { get; }

    /// <summary>Its id.</summary>
    public abstract string Id { get; }

    /// <summary>Its name.</summary>
    public abstract string Name { get; }

    /// <summary>Its trigger, by parameter name.</summary>
    public abstract IImmutableDictionary<string, BindingMetadata> InputBindings { get; }

    /// <summary>Its outputs, by property name or <c>$return</c>.</summary>
    public abstract IImmutableDictionary<string, BindingMetadata> OutputBindings { get; }
}
