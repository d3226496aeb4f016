using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker.Runtime.Discovery;

/// <summary>A function with all that is needed to run it.</summary>
internal sealed class FunctionDescriptor : FunctionDefinition
{
    /// <summary>Describes a checked method.</summary>
    /// <param name="name">The function's name.</param>
    /// <param name="type">The type to make for an invocation.</param>
    /// <param name="method">The method to call.</param>
    /// <param name="triggerParameter">The parameter with the trigger.</param>
    /// <param name="trigger">The trigger.</param>
    /// <param name="outputs">The outputs.</param>
    /// <param name="retry">The retry policy.</param>
    public FunctionDescriptor(
        string name,
        Type type,
        MethodInfo method,
        ParameterInfo triggerParameter,
        TriggerBindingAttribute trigger,
        ImmutableArray<OutputBinding> outputs,
        RetryAttribute? retry)
    {
        Name = name;
        Type = type;
        Method = method;
        Invoker = MethodInvoker.Create(method);
        MethodParameters = [.. method.GetParameters()];
        TriggerParameter = triggerParameter;
        Trigger = trigger;
        Outputs = outputs;
        Retry = retry;
        EntryPoint = $"{type.FullName}.{method.Name}";
        Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{name}\n{EntryPoint}")).AsSpan(0, 8));
        Parameters = [.. MethodParameters.Select(p => new FunctionParameter(p.Name!, p.ParameterType))];
        InputBindings = ImmutableDictionary<string, BindingMetadata>.Empty.Add(
            triggerParameter.Name!,
            new FunctionBinding(triggerParameter.Name!, FunctionBinding.TypeOf(trigger), BindingDirection.In));
        OutputBindings = outputs.ToImmutableDictionary(
            o => o.Name,
            BindingMetadata (o) => new FunctionBinding(o.Name, FunctionBinding.TypeOf(o.Attribute), BindingDirection.Out));
    }

    /// <summary>The type to make for an invocation.</summary>
    public Type Type { get; }

    /// <summary>The method to call.</summary>
    public MethodInfo Method { get; }

    /// <summary>Calls the method.</summary>
    public MethodInvoker Invoker { get; }

    /// <summary>The method's parameters.</summary>
    public ImmutableArray<ParameterInfo> MethodParameters { get; }

    /// <summary>The parameter with the trigger.</summary>
    public ParameterInfo TriggerParameter { get; }

    /// <summary>The trigger.</summary>
    public TriggerBindingAttribute Trigger { get; }

    /// <summary>The outputs.</summary>
    public ImmutableArray<OutputBinding> Outputs { get; }

    /// <summary>The retry policy, if any.</summary>
    public RetryAttribute? Retry { get; }

    /// <inheritdoc/>
    public override ImmutableArray<FunctionParameter> Parameters { get; }

    /// <inheritdoc/>
    public override string PathToAssembly => Type.Assembly.Location;

    /// <inheritdoc/>
    public override string EntryPoint { get; }

    /// <inheritdoc/>
    public override string Id { get; }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; }

    /// <inheritdoc/>
    public override IImmutableDictionary<string, BindingMetadata> OutputBindings { get; }
}
