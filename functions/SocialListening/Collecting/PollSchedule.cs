namespace SocialListening.Collecting;

/// <summary>When a source is polled next.</summary>
internal static class PollSchedule
{
    /// <summary>Steps a due time by whole cadences until it lies after now, so that a late poll does not shift the rhythm.</summary>
    public static DateTimeOffset NextDue(DateTimeOffset? due, TimeSpan cadence, DateTimeOffset now)
    {
        if (due is not { } last || last > now)
        {
            return now + cadence;
        }

        var steps = ((now - last).Ticks / cadence.Ticks) + 1;
        return last + (cadence * steps);
    }

    /// <summary>Doubles a first wait with each failure, up to a longest one.</summary>
    public static TimeSpan Backoff(TimeSpan first, TimeSpan longest, int failures)
    {
        var factor = Math.Pow(2, Math.Min(Math.Max(failures - 1, 0), 20));
        return TimeSpan.FromTicks((long)Math.Min(first.Ticks * factor, longest.Ticks));
    }
}
