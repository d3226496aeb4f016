using System.ComponentModel.DataAnnotations;

namespace SocialListening.Notifiers.Webhook;

/// <summary>Settings of the webhook channel.</summary>
public sealed class WebhookOptions
{
    /// <summary>The section that holds them.</summary>
    public const string SectionName = "Webhooks";

    /// <summary>How long one call may take.</summary>
    /// <value>Default 10 seconds; 1 second to 1 minute.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a call that failed in passing (no answer, 408, 429, 5xx) is repeated at once. Afterwards <see cref="NotifyingOptions.RetryFor"/> counts.</summary>
    /// <value>Default 2; 0 to 5.</value>
    [Range(0, 5)]
    public int Retries { get; set; } = 2;
}
