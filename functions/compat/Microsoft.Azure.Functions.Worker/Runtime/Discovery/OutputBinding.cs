using System.Reflection;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker.Runtime.Discovery;

/// <summary>One output of a function.</summary>
/// <param name="Attribute">Where it goes.</param>
/// <param name="Property">The property of the returned object that holds it; <see langword="null"/> for the returned value itself.</param>
internal sealed record OutputBinding(OutputBindingAttribute Attribute, PropertyInfo? Property)
{
    /// <summary>The binding's name.</summary>
    public string Name => Property?.Name ?? "$return";

    /// <summary>Takes the output out of what the function returned.</summary>
    /// <param name="returned">What the function returned.</param>
    public object? ValueOf(object? returned) =>
        Property is null || returned is null ? returned : Property.DeclaringType!.IsInstanceOfType(returned) ? Property.GetValue(returned) : null;
}
