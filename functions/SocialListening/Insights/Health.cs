namespace SocialListening.Insights;

/// <summary>How the service is doing.</summary>
public sealed record Health
{
    /// <summary><c>ok</c>, or <c>degraded</c> when a source is late or failing, a brand is left out, or a poison queue is not empty.</summary>
    public required string Status { get; init; }

    /// <summary>The service's time: that of the replay while one runs.</summary>
    public required DateTimeOffset NowUtc { get; init; }

    /// <summary>The brands that are listened for, and those that are not.</summary>
    public required BrandHealth Brands { get; init; }

    /// <summary>Every configured source.</summary>
    public required IReadOnlyList<SourceHealth> Sources { get; init; }

    /// <summary>Every queue in the order of the data flow.</summary>
    public required IReadOnlyList<QueueHealth> Queues { get; init; }
}
