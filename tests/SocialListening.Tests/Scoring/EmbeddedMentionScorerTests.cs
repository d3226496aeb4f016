using SocialListening.Contracts;
using SocialListening.Scoring.Embedded;
using SocialListening.Scoring.Embedded.Intent;
using SocialListening.Scoring.Phrases;

namespace SocialListening.Tests.Scoring;

public sealed class EmbeddedMentionScorerTests
{
    private static readonly EmbeddedMentionScorer Scorer = new(EmbeddedScorer.Load());

    private static readonly string[] Words =
    [
        "le", "prix", "du", "gaz", "#BoycottCafeDuPort", "merci", "TRAIN", "Val-Clair", "l’entrepôt", "the", "refund", "please", "can", "you", "Lyon",
        "@compte", "https://example.invalid/a", "80 000", "jamais", "nooon", "😡", ":)", "service", "client", "est", "lamentable", "bravo", "boycott",
    ];

    private static readonly string[] Gaps = [" ", " ", " ", " ", ", ", ". ", " ! ", "? ", "\n", "-", " - ", "--", "'", "\u00A0", " #", "_", "« "];

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
    public void Score_AnyText_SaysWhatEachPartSaysByItself()
    {
        var scorer = EmbeddedScorer.Load();
        var phrases = new PhraseExtractor();
        var random = new Random(11);
        for (var i = 0; i < 4_000; i++)
        {
            var text = i % 4 == 0 ? RandomText.Next(random, 1 + (i % 60)) : Sentence(random, 1 + (i % 30));

            var score = Scorer.Score(text, i % 3 == 0 ? "fr" : null);

            var alone = scorer.Score(text, i % 3 == 0 ? "fr" : null);
            var intents = IntentDetector.Detect(text, alone);
            Assert.Equal((alone.Language, alone.Negative, alone.Positive), (score.Language, score.Negative, score.Positive));
            Assert.Equal(IntentNames.All.Where((_, place) => ((int)intents & (1 << place)) != 0), score.Intents);
            Assert.Equal(phrases.ExtractTexts(text, alone.Language), score.KeyPhrases);
        }
    }

    [Fact]
    public async Task ScoreAsync_Cancelled_Stops() =>
        await Assert.ThrowsAsync<OperationCanceledException>(
            async () => await Scorer.ScoreAsync([Mention("ok")], new CancellationToken(true)));

    private static string Sentence(Random random, int words) =>
        string.Concat(Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)] + Gaps[random.Next(Gaps.Length)]));

    private static Mention Mention(string text) => new()
    {
        Platform = "mastodon",
        PlatformPostId = "1",
        Permalink = "",
        Text = text,
        CreatedAtUtc = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero),
    };
}
