namespace SocialListening.Platforms.Rss;

/// <summary>A feed as read from one answer.</summary>
internal sealed record FeedDocument
{
    /// <summary>The entries, in the feed's order.</summary>
    public required IReadOnlyList<FeedItem> Items { get; init; }

    /// <summary>Raw ids of entries that the feed declares deleted (RFC 6721).</summary>
    public IReadOnlyList<string> Deleted { get; init; } = [];

    /// <summary>The next page of an Atom feed.</summary>
    public Uri? Next { get; init; }

    /// <summary>How long the feed may be kept, by its <c>ttl</c>.</summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>Hours of the day in UTC, 0 to 23, at which the feed wants no reader.</summary>
    public IReadOnlySet<int> SkipHours { get; init; } = new HashSet<int>();

    /// <summary>Days of the week in UTC on which the feed wants no reader.</summary>
    public IReadOnlySet<DayOfWeek> SkipDays { get; init; } = new HashSet<DayOfWeek>();

    /// <summary>Entries that could not be read.</summary>
    public IReadOnlyList<string> Skipped { get; init; } = [];
}
