using System.Reflection;

namespace Microsoft.Azure.Functions.Worker.Runtime.Discovery;

/// <summary>Where functions are looked for. Without one in the services: the entry assembly.</summary>
/// <param name="Types">The types whose methods are looked at.</param>
internal sealed record FunctionSource(IReadOnlyCollection<Type> Types)
{
    /// <summary>All types of an assembly.</summary>
    /// <param name="assembly">The assembly.</param>
    public static FunctionSource Of(Assembly assembly) => new(assembly.GetTypes());
}
