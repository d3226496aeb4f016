using SocialListening.Scoring.Embedded;

namespace SocialListening.Tests.Scoring;

public sealed class ToneScoreTests
{
    private static readonly EmbeddedScorer Scorer = EmbeddedScorer.Load();

    [Fact]
    public void ScoreTone_AnyText_AgreesWithTheFullScore()
    {
        var random = new Random(23);
        for (var round = 0; round < 300; round++)
        {
            var text = round % 3 == 0
                ? "Le service client du magasin est lamentable, quel dommage " + RandomText.Next(random, 20)
                : RandomText.Next(random, random.Next(0, 200));
            var full = Scorer.Score(text, "en");
            var tone = Scorer.ScoreTone(text, "en");

            Assert.Equal(full.Language, tone.Language);
            Assert.Equal(full.LanguageConfidence, tone.LanguageConfidence);
            Assert.Equal(full.Negative, tone.Negative, 1e-4f);
            Assert.Equal(full.Neutral, tone.Neutral, 1e-4f);
            Assert.Equal(full.Positive, tone.Positive, 1e-4f);
        }
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("nl")]
    public void ScoreToneIn_Language_AgreesWithTheFullScore(string language)
    {
        const string Text = "Merci, thank you, danke: vraiment TOP!!! 😍 but the app crashed again";

        var full = Scorer.ScoreIn(Text, language);
        var tone = Scorer.ScoreToneIn(Text, language);

        Assert.Equal(full.Balance, tone.Balance, 1e-4f);
        Assert.Equal(full.Sentiment, tone.Sentiment);
        Assert.Equal(full.Language, tone.Language);
    }

    [Fact]
    public void ScoreTone_HundredKilobytes_ReadsTheBeginningOnly()
    {
        var text = string.Concat(Enumerable.Repeat("quelle honte, plus jamais ce magasin ", 3000));

        Assert.Equal(Scorer.ScoreTone(text.AsSpan(0, 8192)), Scorer.ScoreTone(text));
    }

    [Fact]
    public void ScoreTone_AfterTheFirstText_DoesNotAllocate()
    {
        const string Text = "Bravo à @user pour ce projet ❤️ vraiment TOP !!! https://exemple.fr";
        for (var i = 0; i < 50; i++)
        {
            Scorer.ScoreTone(Text, "fr");
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            Scorer.ScoreTone(Text, "fr");
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
