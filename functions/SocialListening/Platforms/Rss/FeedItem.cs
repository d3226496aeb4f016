namespace SocialListening.Platforms.Rss;

/// <summary>One entry of a feed, read but not yet a mention.</summary>
internal sealed record FeedItem
{
    /// <summary>The id that the feed gives, or one made of the entry's content.</summary>
    public required string RawId { get; init; }

    /// <summary>The absolute link; <see langword="null"/> without one.</summary>
    public Uri? Link { get; init; }

    /// <summary>The cleaned text.</summary>
    public required string Text { get; init; }

    /// <summary>When it was published, as far as the feed says so in a form that can be read.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>The author's name.</summary>
    public string? AuthorName { get; init; }

    /// <summary>The author's address on the web.</summary>
    public string? AuthorUri { get; init; }

    /// <summary>The language tag.</summary>
    public string? Language { get; init; }

    /// <summary>The raw id of the entry that this one answers.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>Comments that the feed counts.</summary>
    public long? Replies { get; init; }

    /// <summary>What is attached.</summary>
    public IReadOnlyList<string> MediaTypes { get; init; } = [];
}
