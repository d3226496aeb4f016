using System.ComponentModel.DataAnnotations;

namespace SocialListening.Notifiers;

/// <summary>Settings of telling people, whatever the channel.</summary>
public sealed class NotifyingOptions
{
    /// <summary>The section that holds them.</summary>
    public const string SectionName = "Notifying";

    /// <summary>
    /// How long an alert is repeated to recipients that could not be told, after 1, 2, 5, 10 and 15 minutes and then every half hour,
    /// until it goes to the poison queue with the reason. A newer revision ends the repeats of an older one.
    /// </summary>
    /// <value>
    /// Default 1 day; 0 to 7 days. With 0 the queue repeats as it does any failed message, and the replay always works so, since its
    /// clock does not move while a message waits.
    /// </value>
    [Range(typeof(TimeSpan), "00:00:00", "7.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan RetryFor { get; set; } = TimeSpan.FromDays(1);
}
