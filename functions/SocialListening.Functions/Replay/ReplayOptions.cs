using System.ComponentModel.DataAnnotations;

namespace SocialListening.Functions.Replay;

/// <summary>Settings of the bundled replay.</summary>
public sealed class ReplayOptions
{
    /// <summary>The section that holds them.</summary>
    public const string SectionName = "Replay";

    /// <summary>How many times faster than real the replay's clock may run; 3,600 makes an hour pass in a second.</summary>
    /// <value>Default 0: as fast as the pipeline keeps up. 0 to 1,000,000.</value>
    [Range(0, 1_000_000)]
    public double Speed { get; set; }

    /// <summary>How much of the timeline is replayed from its start.</summary>
    /// <value>Default all of it (14 days); at least 1 hour.</value>
    [Range(typeof(TimeSpan), "01:00:00", "14.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Length { get; set; } = TimeSpan.FromDays(14);
}
