using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>
/// Sends the returned value, or the property's value, to a queue: a string as it is, several strings or objects as one message
/// each, anything else as JSON, nothing for <see langword="null"/>.
/// </summary>
/// <param name="queueName">The queue's name, or the name of a setting between percent signs.</param>
public sealed class QueueOutputAttribute(string queueName) : OutputBindingAttribute
{
    /// <summary>The queue's name as written.</summary>
    public string QueueName { get; } = queueName;

    /// <summary>The setting or settings prefix of the storage account; unused when queues are in-process.</summary>
    public string? Connection { get; set; }
}
