namespace SocialListening.Contracts;

/// <summary>The tone of a text towards one thing that it names.</summary>
/// <param name="Target">The words that name it.</param>
/// <param name="Start">UTF-16 offset of the words in the text.</param>
/// <param name="Sentiment">The tone towards it.</param>
/// <param name="Negative">Confidence in negative, 0 to 1.</param>
/// <param name="Positive">Confidence in positive, 0 to 1.</param>
public sealed record TargetOpinion(string Target, int Start, SentimentLabel Sentiment, float Negative, float Positive);
