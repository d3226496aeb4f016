using SocialListening.Contracts;

namespace SocialListening.Scoring.Embedded.Target;

/// <summary>Sentiment towards one brand or cause.</summary>
/// <param name="Negative">Probability of negative, 0 to 1; the three add up to 1.</param>
/// <param name="Neutral">Probability of neutral, 0 to 1.</param>
/// <param name="Positive">Probability of positive, 0 to 1.</param>
/// <param name="IsWholeText">The whole text was scored, because it names nobody else.</param>
public readonly record struct TargetScore(float Negative, float Neutral, float Positive, bool IsWholeText)
{
    /// <summary>The most probable sentiment; on a tie the milder one.</summary>
    public SentimentLabel Sentiment =>
        Negative > Neutral && Negative > Positive ? SentimentLabel.Negative
        : Positive > Neutral && Positive >= Negative ? SentimentLabel.Positive
        : SentimentLabel.Neutral;

    /// <summary>Positive less negative probability, -1 to 1.</summary>
    public float Balance => Positive - Negative;
}
