using SocialListening.Contracts;

namespace SocialListening.Stories;

/// <summary>A post as far as stories need it.</summary>
public sealed record StoryPost
{
    /// <summary>The mention's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its text.</summary>
    public required string Text { get; init; }

    /// <summary>Its language code.</summary>
    public required string Language { get; init; }

    /// <summary>Its platform.</summary>
    public required string Platform { get; init; }

    /// <summary>Its author, or a pseudonym; <see langword="null"/> when not known.</summary>
    public string? AuthorId { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAtUtc { get; init; }

    /// <summary>Its tone, the corrected one where there is one.</summary>
    public required SentimentLabel Sentiment { get; init; }

    /// <summary>The mention id of the post that it answers, passes on or quotes; <see langword="null"/> for none.</summary>
    public string? ParentId { get; init; }

    /// <summary>Likes, replies, reposts and quotes, 0 or more.</summary>
    public long Reach { get; init; }

    /// <summary>The post of a stored mention.</summary>
    /// <param name="scored">The mention.</param>
    public static StoryPost Of(ScoredMention scored)
    {
        ArgumentNullException.ThrowIfNull(scored);
        var mention = scored.Mention;
        return new StoryPost
        {
            Id = mention.Id,
            Text = mention.Text,
            Language = scored.Score.Language,
            Platform = mention.Platform,
            AuthorId = mention.AuthorId,
            CreatedAtUtc = mention.CreatedAtUtc,
            Sentiment = scored.Sentiment,
            ParentId = mention.ParentId is { Length: > 0 } parent ? MentionId.Of(mention.Platform, parent) : null,
            Reach = (mention.Likes ?? 0) + (mention.Replies ?? 0) + (mention.Reposts ?? 0) + (mention.Quotes ?? 0),
        };
    }
}
