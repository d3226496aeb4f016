namespace SocialListening.Contracts;

/// <summary>What scoring says of one text.</summary>
/// <param name="Language">ISO 639-1 code of the text, or <c>und</c> when it cannot be told.</param>
/// <param name="Sentiment">The most probable tone.</param>
/// <param name="Negative">Probability of negative, 0 to 1; the three add up to 1.</param>
/// <param name="Neutral">Probability of neutral, 0 to 1.</param>
/// <param name="Positive">Probability of positive, 0 to 1.</param>
/// <param name="Engine">The scorer and its version, such as <c>lexicon/1</c>.</param>
public sealed record MentionScore(
    string Language,
    SentimentLabel Sentiment,
    float Negative,
    float Neutral,
    float Positive,
    string Engine);
