using System.ComponentModel.DataAnnotations;

namespace SocialListening.Collecting;

/// <summary>Settings of collection.</summary>
public sealed class CollectingOptions
{
    /// <summary>The section that holds them.</summary>
    public const string SectionName = "Collecting";

    /// <summary>The first wait after a transient failure; doubles with each further one.</summary>
    /// <value>Default 30 seconds; 1 second to 1 hour.</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan FailureBackoff { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest wait after transient failures.</summary>
    /// <value>Default 15 minutes; 1 second to 1 day.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan MaxFailureBackoff { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The wait before a source that needs an operator is tried again, in case it was mended.</summary>
    /// <value>Default 1 hour; 1 minute to 7 days.</value>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan PermanentFailureRetry { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The most mentions held in memory before they are queued.</summary>
    /// <value>Default 1,000; 1 to 20,000.</value>
    [Range(1, 20_000)]
    public int MaxBufferedMentions { get; set; } = 1_000;

    /// <summary>How long mentions of one poll wait for those of others that run at the same time in the same process, to share messages.</summary>
    /// <value>Default 2 seconds; 0 to 1 minute, 0 for a message of its own for each poll.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan PackingWait { get; set; } = TimeSpan.FromSeconds(2);
}
