using SocialListening.Contracts;
using SocialListening.Scoring.Embedded;

namespace SocialListening.Tests.Scoring;

public sealed class EmbeddedMentionScorerTests
{
    private static readonly EmbeddedMentionScorer Scorer = new(EmbeddedScorer.Load());

    [Fact]
    public async Task ScoreAsync_Mentions_AnswersEachInOrder()
    {
        var results = await Scorer.ScoreAsync(
            [Mention("Merci, vous êtes formidables !"), Mention(""), Mention("I hate this, what a shame")], CancellationToken.None);

        Assert.Equal(3, results.Count);
        Assert.Equal(SentimentLabel.Positive, results[0].Score!.Sentiment);
        Assert.Equal("und", results[1].Score!.Language);
        Assert.Equal(SentimentLabel.Negative, results[2].Score!.Sentiment);
        Assert.All(results, r => Assert.Equal(Scorer.Engine, r.Score!.Engine));
        Assert.StartsWith("embedded/", Scorer.Engine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ScoreAsync_Mention_NamesWhatItIsAbout()
    {
        var results = await Scorer.ScoreAsync([Mention("Encore une fuite de données chez les clients de la banque, 80 000 noms dehors")], CancellationToken.None);

        Assert.Contains("fuite de données", results[0].Score!.KeyPhrases);
        Assert.InRange(results[0].Score!.KeyPhrases.Count, 1, 5);
    }

    [Fact]
    public async Task ScoreAsync_Cancelled_Stops() =>
        await Assert.ThrowsAsync<OperationCanceledException>(
            async () => await Scorer.ScoreAsync([Mention("ok")], new CancellationToken(true)));

    private static Mention Mention(string text) => new()
    {
        Platform = "mastodon",
        PlatformPostId = "1",
        Permalink = "",
        Text = text,
        CreatedAtUtc = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero),
    };
}
