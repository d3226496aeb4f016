using SocialListening.Contracts;

namespace SocialListening.Insights;

/// <summary>How one source is doing.</summary>
public sealed record SourceHealth
{
    /// <summary>The source.</summary>
    public required string SourceId { get; init; }

    /// <summary>Its platform.</summary>
    public required string Platform { get; init; }

    /// <summary><c>ok</c>, <c>waiting</c> (not polled yet), <c>late</c>, <c>throttled</c>, <c>failing</c> or <c>disabled</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Seconds since collection was last known to be whole; <see langword="null"/> before the first whole poll.</summary>
    public double? LagSeconds { get; init; }

    /// <summary>Whether a part of an earlier window is still to be read.</summary>
    public bool HasGap { get; init; }

    /// <summary>When a poll last ended well.</summary>
    public DateTimeOffset? LastSuccessAtUtc { get; init; }

    /// <summary>When it is polled next.</summary>
    public DateTimeOffset? NextDueAtUtc { get; init; }

    /// <summary>Failures since the last success.</summary>
    public int ConsecutiveFailures { get; init; }

    /// <summary>The class of the last failure.</summary>
    public FailureClass? FailureClass { get; init; }

    /// <summary>The last failure and what to do.</summary>
    public string? Error { get; init; }
}
