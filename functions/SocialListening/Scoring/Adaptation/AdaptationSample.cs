using SocialListening.Contracts;

namespace SocialListening.Scoring.Adaptation;

/// <summary>A text with the tone that a person gave it.</summary>
/// <param name="Text">The text, as it is scored.</param>
/// <param name="Label">The tone.</param>
public sealed record AdaptationSample(string Text, SentimentLabel Label);
