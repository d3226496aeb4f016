using System.Diagnostics.CodeAnalysis;

namespace SocialListening.Contracts;

/// <summary>What scoring says of one text.</summary>
/// <param name="Language">ISO 639-1 code of the text, or <c>und</c> when it cannot be told.</param>
/// <param name="Sentiment">The most probable tone.</param>
/// <param name="Negative">Probability of negative, 0 to 1; the three add up to 1.</param>
/// <param name="Neutral">Probability of neutral, 0 to 1.</param>
/// <param name="Positive">Probability of positive, 0 to 1.</param>
/// <param name="Engine">The scorer that gave the tone and its version, such as <c>embedded/2026.3</c>.</param>
public sealed record MentionScore(
    string Language,
    SentimentLabel Sentiment,
    float Negative,
    float Neutral,
    float Positive,
    string Engine)
{
    /// <summary>The most <see cref="TopTokens"/> of a score.</summary>
    public const int MaxTopTokens = 8;

    /// <summary>The most <see cref="KeyPhrases"/> of a score.</summary>
    public const int MaxKeyPhrases = 10;

    /// <summary>The setting under which the mention was scored. Default <see cref="ScoringMode.Embedded"/>.</summary>
    public ScoringMode Mode { get; init; }

    /// <summary>The calibrated probability of <see cref="Sentiment"/>, 0 to 1.</summary>
    public float Confidence => Sentiment switch
    {
        SentimentLabel.Negative => Negative,
        SentimentLabel.Positive => Positive,
        _ => Neutral,
    };

    /// <summary>
    /// Probability that a reader would call the text offensive, 0 to 1, rounded to 3 decimals: a hint. <see langword="null"/>
    /// when the engine does not tell.
    /// </summary>
    public float? Toxicity { get; init; }

    /// <summary>What the author wants, of <see cref="IntentNames.All"/> and in that order. Default empty.</summary>
    [AllowNull]
    public IReadOnlyList<string> Intents { get => field ?? []; init; }

    /// <summary>The tone towards the brand; <see langword="null"/> when the text names nobody else.</summary>
    public TargetSentiment? Target { get; init; }

    /// <summary>What weighed most, strongest first, at most <see cref="MaxTopTokens"/>. Default empty.</summary>
    [AllowNull]
    public IReadOnlyList<WeighedToken> TopTokens { get => field ?? []; init; }

    /// <summary>What the text is about, the most telling first, at most <see cref="MaxKeyPhrases"/>. Default empty.</summary>
    [AllowNull]
    public IReadOnlyList<string> KeyPhrases { get => field ?? []; init; }

    /// <summary>Why this score stands in for a better one and is to be replaced; <see langword="null"/> when it is final.</summary>
    public PendingReason? Pending { get; init; }
}
