namespace SocialListening.Storage;

/// <summary>A stored mention of one brand, by id.</summary>
/// <param name="BrandId">The brand.</param>
/// <param name="MentionId">The mention's id, <c>platform:platformPostId</c>.</param>
/// <param name="CreatedAtUtc">When the post was made.</param>
public sealed record MentionPlace(string BrandId, string MentionId, DateTimeOffset CreatedAtUtc);
