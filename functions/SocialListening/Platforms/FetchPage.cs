using SocialListening.Contracts;

namespace SocialListening.Platforms;

/// <summary>One page of mentions.</summary>
public sealed record FetchPage : FetchResult
{
    /// <summary>The mentions, in any order; may hold some outside the asked window.</summary>
    public required IReadOnlyList<Mention> Mentions { get; init; }

    /// <summary>How to ask for the next page of this run; <see langword="null"/> when this was the last. An empty page may have a next one.</summary>
    public string? NextPageToken { get; init; }

    /// <summary>
    /// Whether pages go from new to old (then the caller stops at the watermark, and an unfinished run leaves a gap) or from old to
    /// new (then each page moves the watermark). Default <see langword="true"/>.
    /// </summary>
    public bool NewestFirst { get; init; } = true;

    /// <summary>What the connector wants handed back in the next run (ETag, position); <see langword="null"/> keeps the old one. At most 16 KiB.</summary>
    public string? Memo { get; init; }

    /// <summary>Ids of mentions of this source that the platform says are deleted. Default empty.</summary>
    public IReadOnlyList<string> DeletedMentionIds { get; init; } = [];

    /// <summary>
    /// Whether the answer proves that the window was read. <see langword="false"/> for an answer that may hide an outage (an empty
    /// search page where the platform answers so when its index is down): nothing is advanced on it. Default <see langword="true"/>.
    /// </summary>
    public bool Conclusive { get; init; } = true;

    /// <summary>Items of the page that could not be read, each with a reason without post text. Default empty.</summary>
    public IReadOnlyList<string> SkippedItems { get; init; } = [];

    /// <summary>The platform's wish for the earliest next poll; <see langword="null"/> for none.</summary>
    public DateTimeOffset? NotBefore { get; init; }
}
