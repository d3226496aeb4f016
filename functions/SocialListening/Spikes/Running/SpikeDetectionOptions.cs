using System.ComponentModel.DataAnnotations;

namespace SocialListening.Spikes.Running;

/// <summary>Settings of spike detection over stored rollups.</summary>
public sealed class SpikeDetectionOptions
{
    /// <summary>The section that holds them.</summary>
    public const string SectionName = "Spikes";

    /// <summary>How long after its end a bucket is waited for when a source has not covered it yet. Then it is judged by what is there.</summary>
    /// <value>Default 6 minutes; 0 to 1 hour.</value>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(6);

    /// <summary>How much stored history a brand that was never judged starts from.</summary>
    /// <value>Default 56 days; 1 hour to 1 year.</value>
    [Range(typeof(TimeSpan), "01:00:00", "366.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan History { get; set; } = TimeSpan.FromDays(56);

    /// <summary>The most buckets that one run judges for a brand; the rest follows in the next runs.</summary>
    /// <value>Default 2,016 (a week); 1 to 100,000.</value>
    [Range(1, 100_000)]
    public int MaxBucketsPerRun { get; set; } = 2_016;

    /// <summary>Fewest mentions that an alert's window must hold.</summary>
    /// <value>Default 5; 1 to 10,000.</value>
    [Range(1, 10_000)]
    public int MinimumMentions { get; set; } = 5;
}
