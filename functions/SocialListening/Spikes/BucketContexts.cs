namespace SocialListening.Spikes;

/// <summary>Tells what all series of one brand share about a bucket: its local time, the announced events, the thresholds.</summary>
internal sealed class BucketContexts(SpikeDetectionProfile profile)
{
    private readonly LocalCalendar _calendar = new(profile.TimeZone);

    private readonly double _thresholdShift = profile.Sensitivity switch
    {
        SpikeSensitivity.Calm => Math.Log(3),
        SpikeSensitivity.Alert => -Math.Log(3),
        _ => 0,
    };

    public BucketContext Of(long bucket)
    {
        var (hour, weekday) = _calendar.Local(bucket);
        var start = LocalCalendar.StartOf(bucket);
        var factor = 1.0;
        var events = profile.KnownEvents;
        for (var i = 0; i < events.Count; i++)
        {
            if (start >= events[i].Start && start < events[i].End)
            {
                factor *= Math.Clamp(events[i].Factor, 0.1, 100);
            }
        }

        return new BucketContext(hour, weekday, factor, Math.Max(1, profile.MinimumMentions), _thresholdShift);
    }
}
