using SocialListening.Contracts;

namespace SocialListening.Insights;

/// <summary>Mentions of a window, all or a bounded part that is spread over it like the whole.</summary>
/// <param name="Mentions">The mentions, newest first.</param>
/// <param name="Total">Mentions that the window holds.</param>
internal sealed record MentionSample(IReadOnlyList<ScoredMention> Mentions, int Total);
