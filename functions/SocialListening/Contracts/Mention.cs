using System.Text.Json.Serialization;

namespace SocialListening.Contracts;

/// <summary>
/// One public text in which a brand or cause may be named, in the same shape for every platform.
/// A counter that the platform does not give is <see langword="null"/>, never 0.
/// </summary>
public sealed record Mention
{
    /// <summary>The deterministic id <c>platform:platformPostId</c>; the same post always has the same id.</summary>
    [JsonIgnore]
    public string Id => MentionId.Of(Platform, PlatformPostId);

    /// <summary>The platform's short name in lower case, one of <see cref="PlatformNames"/>.</summary>
    public required string Platform { get; init; }

    /// <summary>The post's id on its platform: an opaque string, 1 to 512 characters.</summary>
    public required string PlatformPostId { get; init; }

    /// <summary>The absolute address where a person can read the post; empty when the platform gives none.</summary>
    public required string Permalink { get; init; }

    /// <summary>
    /// The author's stable id on the platform, or its keyed pseudonym once the brand's privacy policy was applied;
    /// <see langword="null"/> when the platform hides it.
    /// </summary>
    public string? AuthorId { get; init; }

    /// <summary>The author's handle without a leading @.</summary>
    public string? AuthorHandle { get; init; }

    /// <summary>The name that the author shows.</summary>
    public string? AuthorDisplayName { get; init; }

    /// <summary>Followers of the author when the post was read.</summary>
    public long? AuthorFollowers { get; init; }

    /// <summary>The text as a person reads it: HTML removed, entities decoded once, at most 100,000 characters; may be empty.</summary>
    public required string Text { get; init; }

    /// <summary>The language that the platform or author declares, as a BCP 47 tag.</summary>
    public string? Language { get; init; }

    /// <summary>When the post was made, in UTC, never later than when it was read.</summary>
    public required DateTimeOffset CreatedAtUtc { get; init; }

    /// <summary>When the author last edited the post, in UTC.</summary>
    public DateTimeOffset? EditedAtUtc { get; init; }

    /// <summary>What the mention is on its platform. Default <see cref="MentionKind.Post"/>.</summary>
    public MentionKind Kind { get; init; }

    /// <summary>The id of the post that this one answers, passes on or quotes.</summary>
    public string? ParentId { get; init; }

    /// <summary>The id of the post that started the conversation.</summary>
    public string? ConversationId { get; init; }

    /// <summary>Likes, favourites or points.</summary>
    public long? Likes { get; init; }

    /// <summary>Answers of any depth that the platform counts.</summary>
    public long? Replies { get; init; }

    /// <summary>Times passed on without words.</summary>
    public long? Reposts { get; init; }

    /// <summary>Times passed on with words.</summary>
    public long? Quotes { get; init; }

    /// <summary>Views or plays.</summary>
    public long? Views { get; init; }

    /// <summary>What is attached: <c>image</c>, <c>video</c>, <c>audio</c>, <c>link</c>, <c>poll</c> and the like. Default empty.</summary>
    public IReadOnlyList<string> MediaTypes { get; init; } = [];

    /// <summary>Why the platform says that the post is gone or hidden; <see langword="null"/> while it is live.</summary>
    public string? DeletionSignal { get; init; }
}
