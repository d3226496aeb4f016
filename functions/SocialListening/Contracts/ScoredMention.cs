namespace SocialListening.Contracts;

/// <summary>A mention with its score, ready to be stored and counted for one brand.</summary>
/// <param name="BrandId">The brand or cause that the mention matched.</param>
/// <param name="Mention">The post.</param>
/// <param name="Score">Its score.</param>
/// <param name="CollectedAtUtc">When the post was read from its platform; a later reading of the same post replaces counters, an earlier one never does.</param>
/// <param name="SourceId">The source query that found it.</param>
public sealed record ScoredMention(
    string BrandId,
    Mention Mention,
    MentionScore Score,
    DateTimeOffset CollectedAtUtc,
    string SourceId);
