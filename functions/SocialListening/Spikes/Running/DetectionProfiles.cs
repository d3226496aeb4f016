using SocialListening.Contracts;

namespace SocialListening.Spikes.Running;

/// <summary>What a brand tells the detector about itself.</summary>
internal static class DetectionProfiles
{
    public static SpikeDetectionProfile Of(Brand brand, SpikeDetectionOptions options) => new()
    {
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById(brand.TimeZone),
        MinimumMentions = options.MinimumMentions,
        KnownEvents = [.. brand.Events.Select(announced => new KnownEvent(announced.From, announced.To, announced.ExpectedFactor))],
        Sensitivity = brand.Sensitivity switch
        {
            AlertSensitivity.Low => SpikeSensitivity.Calm,
            AlertSensitivity.High => SpikeSensitivity.Alert,
            _ => SpikeSensitivity.Balanced,
        },
    };
}
