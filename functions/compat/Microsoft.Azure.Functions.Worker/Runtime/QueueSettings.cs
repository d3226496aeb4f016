namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>The section <c>extensions.queues</c> of <c>host.json</c>.</summary>
/// <param name="BatchSize">Messages taken at once, 1 to 32.</param>
/// <param name="NewBatchThreshold">With this many or fewer messages under way the next batch is taken; 0 or more.</param>
/// <param name="VisibilityTimeout">How long a message stays hidden after a failure, 0 to 7 days.</param>
/// <param name="MaxDequeueCount">Deliveries before a message goes to the poison queue, 1 or more.</param>
/// <param name="MaxPollingInterval">The longest wait between two looks at an empty queue, 0.1 s or more.</param>
/// <param name="Base64">Whether message texts are Base64 on the wire; otherwise they are plain.</param>
internal sealed record QueueSettings(
    int BatchSize,
    int NewBatchThreshold,
    TimeSpan VisibilityTimeout,
    int MaxDequeueCount,
    TimeSpan MaxPollingInterval,
    bool Base64)
{
    /// <summary>The least wait between two looks at an empty queue.</summary>
    public static readonly TimeSpan MinPollingInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>The documented defaults.</summary>
    public static QueueSettings Default { get; } = new(16, 8, TimeSpan.Zero, 5, TimeSpan.FromMinutes(1), Base64: true);
}
