namespace SocialListening.Benchmarks.Sentiment.Data;

/// <summary>A text with the number of its label, for training or for judging.</summary>
/// <param name="Text">The text.</param>
/// <param name="Label">Column of the label.</param>
/// <param name="Language">Column of the language.</param>
/// <param name="Source">The set it comes from.</param>
/// <param name="IsHeldOut">Kept out of training while figures are measured.</param>
internal sealed record TrainingRow(string Text, int Label, int Language, string Source, bool IsHeldOut);
