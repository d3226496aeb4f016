namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>Marks a return value, or a property of a returned object, that is sent somewhere after the invocation succeeded.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public abstract class OutputBindingAttribute : BindingAttribute;
