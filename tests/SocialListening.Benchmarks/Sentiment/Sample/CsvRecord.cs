namespace SocialListening.Benchmarks.Sentiment.Sample;

/// <summary>One record of a CSV file.</summary>
/// <param name="Line">The line on which it starts, from 1.</param>
/// <param name="Fields">Its fields, without their quotes.</param>
internal sealed record CsvRecord(int Line, IReadOnlyList<string> Fields);
