namespace SocialListening.Benchmarks.Sentiment.Data;

/// <summary>One row of a labelled file.</summary>
/// <param name="Label">The label as written.</param>
/// <param name="Text">The text.</param>
internal sealed record LabelledText(string Label, string Text);
