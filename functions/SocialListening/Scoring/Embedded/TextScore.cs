using SocialListening.Contracts;

namespace SocialListening.Scoring.Embedded;

/// <summary>What the embedded scorer says about one text.</summary>
public readonly record struct TextScore
{
    /// <summary>ISO 639-1 code of the language, or <c>und</c> when the text has no words or the language is not clear.</summary>
    public required string Language { get; init; }

    /// <summary>Probability of <see cref="Language"/>, 0 to 1; 0 for <c>und</c>.</summary>
    public required float LanguageConfidence { get; init; }

    /// <summary>Calibrated probability that the text is negative, 0 to 1. The three add up to 1.</summary>
    public required float Negative { get; init; }

    /// <summary>Calibrated probability that the text is neutral, 0 to 1.</summary>
    public required float Neutral { get; init; }

    /// <summary>Calibrated probability that the text is positive, 0 to 1.</summary>
    public required float Positive { get; init; }

    /// <summary>
    /// Probability that a reader would call the text offensive, 0 to 1. A hint: good in English, fair in German, weak in
    /// French and Arabic, little more than a guess elsewhere.
    /// </summary>
    public required float Toxicity { get; init; }

    /// <summary>The tokens that weighed most in the sentiment.</summary>
    public required TokenWeights TopTokens { get; init; }

    /// <summary>The model that answered.</summary>
    public required string ModelVersion { get; init; }

    /// <summary>The most probable sentiment; on a tie the milder one.</summary>
    public SentimentLabel Sentiment => ToneScore.Label(Negative, Neutral, Positive);

    /// <summary>Positive less negative probability, -1 to 1.</summary>
    public float Balance => Positive - Negative;

    /// <summary>Probability of <see cref="Sentiment"/>, 1/3 to 1.</summary>
    public float Confidence => MathF.Max(Negative, MathF.Max(Neutral, Positive));
}
