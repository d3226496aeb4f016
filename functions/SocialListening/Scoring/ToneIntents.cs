using SocialListening.Contracts;

namespace SocialListening.Scoring;

/// <summary>Keeps intents in step with a tone that was given anew, by the rule that the embedded scorer's intents follow.</summary>
internal static class ToneIntents
{
    /// <summary>The probability from which a tone alone makes a complaint or praise, without a phrase of its own.</summary>
    public const float ClearTone = 0.6f;

    /// <summary>
    /// Settles complaint and praise: a negative text praises nobody and, when it is clearly negative, complains; a clearly positive
    /// one praises and does not complain ('Zero problems, thank you').
    /// </summary>
    /// <param name="intents">The intents so far, in the order of <see cref="IntentNames.All"/>.</param>
    /// <param name="score">The tone now.</param>
    /// <returns>The intents that fit, in the same order; the same list when nothing changes.</returns>
    public static IReadOnlyList<string> Settle(IReadOnlyList<string> intents, MentionScore score)
    {
        var kept = intents.ToHashSet(StringComparer.Ordinal);
        if (score.Sentiment == SentimentLabel.Negative)
        {
            kept.Remove(IntentNames.Praise);
            if (score.Negative >= ClearTone)
            {
                kept.Add(IntentNames.Complaint);
            }
        }
        else if (score.Sentiment == SentimentLabel.Positive && score.Positive >= ClearTone)
        {
            kept.Remove(IntentNames.Complaint);
            kept.Add(IntentNames.Praise);
        }

        return kept.SetEquals(intents) ? intents : [.. IntentNames.All.Where(kept.Contains)];
    }
}
