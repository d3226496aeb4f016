using System.Globalization;
using SocialListening.Contracts;
using SocialListening.Scoring;

namespace SocialListening.Functions.Tests.Scoring;

/// <summary>Neutral, as unsure as the text says: <c>0.8 whatever</c> leads by 0.2. A text that begins with "et" is Estonian.</summary>
internal sealed class UnsureScorer : IMentionScorer
{
    public string Engine => "embedded/test";

    public ValueTask<IReadOnlyList<ScoringResult>> ScoreAsync(IReadOnlyList<Mention> mentions, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ScoringResult>>([.. mentions.Select(mention => ScoringResult.Scored(Score(mention.Text)))]);

    private MentionScore Score(string text)
    {
        var unsure = double.TryParse(text.Split(' ')[0], CultureInfo.InvariantCulture, out var number) ? number : 1;
        var second = unsure / 2;
        return new MentionScore(text.StartsWith("et", StringComparison.Ordinal) ? "et" : "fr", SentimentLabel.Neutral, 0, (float)(1 - second), (float)second, Engine);
    }
}
