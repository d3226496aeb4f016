namespace SocialListening.Platforms.Rss;

/// <summary>Works out when a feed wants to be read next.</summary>
internal static class FeedSchedule
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>
    /// Gives the earliest next poll: after the longest of the own minimum, the answer's max-age and the feed's ttl (each of theirs at
    /// most a day), then moved past the hours and days that the feed excludes.
    /// </summary>
    public static DateTimeOffset NotBefore(DateTimeOffset now, TimeSpan minimum, TimeSpan? maxAge, FeedDocument? feed)
    {
        var wait = Max(minimum, Min(Max(maxAge ?? TimeSpan.Zero, feed?.TimeToLive ?? TimeSpan.Zero), Longest));
        var at = now + wait;
        if (feed is null || feed.SkipHours.Count == 24 || feed.SkipDays.Count == 7)
        {
            return at;
        }

        while (feed.SkipHours.Contains(at.UtcDateTime.Hour) || feed.SkipDays.Contains(at.UtcDateTime.DayOfWeek))
        {
            at = new DateTimeOffset(at.UtcDateTime.Date, TimeSpan.Zero).AddHours(at.UtcDateTime.Hour + 1);
        }

        return at;
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
