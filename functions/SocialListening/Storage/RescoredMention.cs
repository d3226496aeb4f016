using SocialListening.Contracts;

namespace SocialListening.Storage;

/// <summary>A new score for a stored mention.</summary>
/// <param name="MentionId">The mention's id, <c>platform:platformPostId</c>.</param>
/// <param name="ExpectedRevision">The <see cref="ScoredMention.Revision"/> whose text and score it was made from.</param>
/// <param name="Score">The score, whole.</param>
public sealed record RescoredMention(string MentionId, int ExpectedRevision, MentionScore Score);
