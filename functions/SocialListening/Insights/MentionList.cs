using SocialListening.Contracts;

namespace SocialListening.Insights;

/// <summary>A page of mentions, newest first.</summary>
/// <param name="Mentions">The mentions with their scores.</param>
/// <param name="NextCursor">What to send as <c>cursor</c> for the next page; <see langword="null"/> on the last.</param>
public sealed record MentionList(IReadOnlyList<ScoredMention> Mentions, string? NextCursor);
