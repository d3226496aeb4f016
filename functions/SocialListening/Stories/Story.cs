namespace SocialListening.Stories;

/// <summary>Posts that tell the same event, however they word it.</summary>
public sealed record Story
{
    /// <summary>Sixteen hexadecimal digits, made from its first post: the same for as long as that post is grouped.</summary>
    public required string Id { get; init; }

    /// <summary>When its first post was made.</summary>
    public required DateTimeOffset FirstSeenUtc { get; init; }

    /// <summary>When its last post was made.</summary>
    public required DateTimeOffset LastSeenUtc { get; init; }

    /// <summary>Its posts, copies and reposts included.</summary>
    public required int Posts { get; init; }

    /// <summary>Different wordings; copies, also slightly changed ones, count once.</summary>
    public required int Wordings { get; init; }

    /// <summary>Different authors that are known, counted up to 10,000.</summary>
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

    /// <summary>Posts an hour over the hour up to its last post, or over its life when that is shorter.</summary>
    public required double PerHour { get; init; }

    /// <summary>Likes, replies, reposts and quotes of its posts.</summary>
    public required long Reach { get; init; }

    /// <summary>Mention ids of up to five posts of different wordings, the one that says most of what the others say first.</summary>
    public required IReadOnlyList<string> Central { get; init; }
}
