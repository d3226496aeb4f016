using SocialListening.Contracts;

namespace SocialListening.Storage;

/// <summary>A page of stored mentions.</summary>
/// <param name="Mentions">The mentions.</param>
/// <param name="NextCursor">Where the next page begins; <see langword="null"/> on the last.</param>
public sealed record MentionPage(IReadOnlyList<ScoredMention> Mentions, MentionCursor? NextCursor);
