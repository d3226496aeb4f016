namespace SocialListening.Contracts;

/// <summary>The names of the queues. Constants, since triggers need them at compile time.</summary>
public static class QueueNames
{
    /// <summary>Orders to poll a source (<see cref="PollOrder"/>).</summary>
    public const string PollOrders = "poll-orders";

    /// <summary>Packed mentions on their way to scoring (<see cref="MentionBatch"/>).</summary>
    public const string Mentions = "mentions";

    /// <summary>Orders to judge the new buckets of some brands (<see cref="DetectionOrder"/>).</summary>
    public const string DetectionOrders = "detection-orders";

    /// <summary>Alerts to be notified (<see cref="AlertMessage"/>).</summary>
    public const string Alerts = "alerts";

    /// <summary>Stored mentions that the language service is to judge (<see cref="HardCaseBatch"/>).</summary>
    public const string Rescoring = "rescoring";

    /// <summary>Orders to erase posts or authors (<see cref="ErasureOrder"/>).</summary>
    public const string Erasures = "erasures";

    /// <summary>What the Functions host appends to a queue's name for messages that it gave up.</summary>
    public const string PoisonSuffix = "-poison";

    /// <summary>Every working queue, in the order of the data flow.</summary>
    public static IReadOnlyList<string> All { get; } = [PollOrders, Mentions, Rescoring, DetectionOrders, Alerts, Erasures];
}
