namespace SocialListening.Benchmarks.Sentiment.Sample;

/// <summary>One text of a sample.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Text">The text.</param>
/// <param name="Label">0 negative, 1 neutral, 2 positive.</param>
/// <param name="Language">ISO 639-1 code when the file or the caller names it; otherwise <see langword="null"/>.</param>
internal sealed record SampleRow(int Line, string Text, int Label, string? Language);
