using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker.Runtime.Discovery;

/// <summary>A binding as the function definition shows it.</summary>
internal sealed class FunctionBinding(string name, string type, BindingDirection direction) : BindingMetadata
{
    /// <inheritdoc/>
    public override string Name { get; } = name;

    /// <inheritdoc/>
    public override string Type { get; } = type;

    /// <inheritdoc/>
    public override BindingDirection Direction { get; } = direction;

    /// <summary>Gives the kind's name as <c>function.json</c> has it.</summary>
    /// <param name="attribute">The binding attribute.</param>
    public static string TypeOf(BindingAttribute attribute) => attribute switch
    {
        TimerTriggerAttribute => "timerTrigger",
        QueueTriggerAttribute => "queueTrigger",
        HttpTriggerAttribute => "httpTrigger",
        QueueOutputAttribute => "queue",
        HttpResultAttribute => "http",
        _ => attribute.GetType().Name,
    };
}
