namespace SocialListening.Telemetry;

/// <summary>The names of tags on activities and measurements. Their values are ids, counts and words of a small set; never text of a post.</summary>
internal static class TagNames
{
    /// <summary>A platform's short name, or <c>mixed</c>.</summary>
    public const string Platform = "platform";

    /// <summary>How it ended.</summary>
    public const string Outcome = "outcome";

    /// <summary>A queue's name.</summary>
    public const string Queue = "queue";

    /// <summary>What was asked of a service.</summary>
    public const string Operation = "operation";

    /// <summary>The container or queue that was asked.</summary>
    public const string Container = "container";

    /// <summary>The status with which a service answered, as a number of HTTP.</summary>
    public const string Status = "status";

    /// <summary>Which service is meant: <c>queue</c>, <c>cosmos</c>, <c>language</c>, <c>platform</c>, <c>webhook</c>.</summary>
    public const string Service = "service";

    /// <summary>How people are told: <c>console</c>, <c>webhook</c>.</summary>
    public const string Channel = "channel";

    /// <summary>Up to which point a delay is meant.</summary>
    public const string Until = "until";

    /// <summary>A currency by ISO 4217.</summary>
    public const string Currency = "currency";

    /// <summary>On activities: a source's id.</summary>
    public const string SourceId = "sociallistening.source.id";

    /// <summary>On activities: a brand's id.</summary>
    public const string BrandId = "sociallistening.brand.id";

    /// <summary>On activities: an alert's id.</summary>
    public const string AlertId = "sociallistening.alert.id";

    /// <summary>On activities: an alert's revision.</summary>
    public const string AlertRevision = "sociallistening.alert.revision";

    /// <summary>On activities: how many items went through.</summary>
    public const string Count = "sociallistening.count";

    /// <summary>On activities: the queue, by the conventions of OpenTelemetry for messaging.</summary>
    public const string MessagingDestination = "messaging.destination.name";

    /// <summary>On activities: the kind of queue, by the same conventions.</summary>
    public const string MessagingSystem = "messaging.system";

    /// <summary>On activities that failed: the type of the failure, by the conventions of OpenTelemetry.</summary>
    public const string ErrorType = "error.type";
}
