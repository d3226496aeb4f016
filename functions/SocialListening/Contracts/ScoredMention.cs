using System.Diagnostics.CodeAnalysis;

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
    string SourceId)
{
    /// <summary>
    /// The version of this document's shape as it is written. Now 2. What was written as 1, without this number, lacks what
    /// is optional in <see cref="MentionScore"/> and is read as it is.
    /// </summary>
    public int SchemaVersion { get; } = 2;

    /// <summary>Counts up with each change of score or correction, from 1. A later reading of the counters does not change it.</summary>
    public int Revision { get; init => field = Math.Max(1, value); } = 1;

    /// <summary>A person's word on the tone; <see langword="null"/> when nobody corrected it.</summary>
    public SentimentCorrection? Correction { get; init; }

    /// <summary>Ids of the brand's topics that it belongs to, by the brand file when it was collected. Default empty.</summary>
    [AllowNull]
    public IReadOnlyList<string> Topics { get => field ?? []; init; }

    /// <summary>
    /// The W3C <c>traceparent</c> of the work that stored it first, by which an alert goes on in the trace of the mention that
    /// weighs most; <see langword="null"/> unless that work was traced.
    /// </summary>
    public string? TraceParent { get; init; }

    /// <summary>The tone that counts: the correction's, or the score's when there is none.</summary>
    public SentimentLabel Sentiment => Correction?.Sentiment ?? Score.Sentiment;
}
