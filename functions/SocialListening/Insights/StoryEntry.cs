namespace SocialListening.Insights;

/// <summary>Posts that tell the same event, however they word it.</summary>
public sealed record StoryEntry
{
    /// <summary>Made from its first post: the same in every answer whose window begins before that post and groups it alike.</summary>
    public required string Id { get; init; }

    /// <summary>The post that says most of what the others say, on one line, cut to 140 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Up to five phrases that most of its posts hold.</summary>
    public required IReadOnlyList<string> Phrases { get; init; }

    /// <summary>Its posts, copies and reposts included.</summary>
    public required int Posts { get; init; }

    /// <summary>Different wordings; copies count once.</summary>
    public required int Wordings { get; init; }

    /// <summary>Different authors that are known.</summary>
    public required int Authors { get; init; }

    /// <summary>Negative posts.</summary>
    public required int Negative { get; init; }

    /// <summary>Neutral posts.</summary>
    public required int Neutral { get; init; }

    /// <summary>Positive posts.</summary>
    public required int Positive { get; init; }

    /// <summary>Posts by platform.</summary>
    public required IReadOnlyDictionary<string, int> Platforms { get; init; }

    /// <summary>Posts by language code.</summary>
    public required IReadOnlyDictionary<string, int> Languages { get; init; }

    /// <summary>When its first post in the window was made.</summary>
    public required DateTimeOffset FirstSeenUtc { get; init; }

    /// <summary>When its last post in the window was made.</summary>
    public required DateTimeOffset LastSeenUtc { get; init; }

    /// <summary>Posts an hour over the hour up to its last post, or over its life when that is shorter.</summary>
    public required double PerHour { get; init; }

    /// <summary>Likes, replies, reposts and quotes of its posts.</summary>
    public required long Reach { get; init; }

    /// <summary>Ids of up to five posts of different wordings, the most central first.</summary>
    public required IReadOnlyList<string> Central { get; init; }
}
