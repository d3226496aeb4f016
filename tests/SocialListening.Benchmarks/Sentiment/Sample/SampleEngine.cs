namespace SocialListening.Benchmarks.Sentiment.Sample;

/// <summary>The figures of one engine.</summary>
/// <param name="Engine"><c>embedded</c> or <c>azure</c>.</param>
/// <param name="Unanswered">Rows that it gave no answer for; they count in none of its figures.</param>
/// <param name="Languages">Figures for each language, and for all.</param>
internal sealed record SampleEngine(string Engine, int Unanswered, IReadOnlyList<SampleFigures> Languages);
