using SocialListening.Contracts;

namespace SocialListening.Scoring.Embedded;

/// <summary>Language and sentiment of one text.</summary>
/// <param name="Language">As <see cref="TextScore.Language"/>.</param>
/// <param name="LanguageConfidence">As <see cref="TextScore.LanguageConfidence"/>.</param>
/// <param name="Negative">Calibrated probability that the text is negative, 0 to 1. The three add up to 1.</param>
/// <param name="Neutral">Calibrated probability that the text is neutral, 0 to 1.</param>
/// <param name="Positive">Calibrated probability that the text is positive, 0 to 1.</param>
public readonly record struct ToneScore(
    string Language, float LanguageConfidence, float Negative, float Neutral, float Positive)
{
    /// <summary>The most probable sentiment; on a tie the milder one.</summary>
    public SentimentLabel Sentiment => Label(Negative, Neutral, Positive);

    /// <summary>Positive less negative probability, -1 to 1.</summary>
    public float Balance => Positive - Negative;

    internal static SentimentLabel Label(float negative, float neutral, float positive) =>
        negative > neutral && negative > positive ? SentimentLabel.Negative
        : positive > neutral && positive >= negative ? SentimentLabel.Positive
        : SentimentLabel.Neutral;
}
