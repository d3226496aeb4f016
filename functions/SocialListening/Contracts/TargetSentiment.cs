namespace SocialListening.Contracts;

/// <summary>The tone towards one brand, in a text that names somebody else too.</summary>
/// <param name="Sentiment">The most probable tone towards the brand.</param>
/// <param name="Negative">Probability of negative, 0 to 1; the three add up to 1.</param>
/// <param name="Neutral">Probability of neutral, 0 to 1.</param>
/// <param name="Positive">Probability of positive, 0 to 1.</param>
public sealed record TargetSentiment(SentimentLabel Sentiment, float Negative, float Neutral, float Positive);
