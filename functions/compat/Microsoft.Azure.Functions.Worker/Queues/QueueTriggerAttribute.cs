using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts the function for each message of a queue. The parameter is a string, a byte array or an object read from JSON.</summary>
/// <param name="queueName">The queue's name, or the name of a setting between percent signs.</param>
public sealed class QueueTriggerAttribute(string queueName) : TriggerBindingAttribute
{
    /// <summary>The queue's name as written.</summary>
    public string QueueName { get; } = queueName;

    /// <summary>The setting or settings prefix of the storage account; unused when queues are in-process.</summary>
    public string? Connection { get; set; }
}
