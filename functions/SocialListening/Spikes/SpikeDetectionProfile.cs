namespace SocialListening.Spikes;

/// <summary>What a brand tells the detector about itself.</summary>
public sealed record SpikeDetectionProfile
{
    /// <summary>How far back a bucket may still be revised: three hours.</summary>
    public static readonly TimeSpan RevisionWindow = TimeSpan.FromHours(3);

    /// <summary>The zone in which the brand's days and weeks are counted. Default UTC.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The false-alarm budget. Default <see cref="SpikeSensitivity.Balanced"/>.</summary>
    public SpikeSensitivity Sensitivity { get; init; } = SpikeSensitivity.Balanced;

    /// <summary>Fewest mentions that an alert's window must hold. Default 5, at least 1.</summary>
    public int MinimumMentions { get; init; } = 5;

    /// <summary>Campaigns and the like announced beforehand, which raise the expectation. Default none.</summary>
    public IReadOnlyList<KnownEvent> KnownEvents { get; init; } = [];
}
