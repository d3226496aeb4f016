using SocialListening.Contracts;
using SocialListening.Scoring.Embedded;

namespace SocialListening.Tests.Scoring;

public sealed class EmbeddedScorerTests
{
    private static readonly EmbeddedScorer Scorer = EmbeddedScorer.Load();

    [Theory]
    [InlineData("fr", "Le train a encore deux heures de retard, personne ne répond au téléphone.")]
    [InlineData("en", "The delivery came late again and nobody picks up the phone.")]
    [InlineData("de", "Der Zug hat schon wieder Verspätung und niemand geht ans Telefon.")]
    [InlineData("es", "El tren llega otra vez con retraso y nadie contesta el teléfono.")]
    [InlineData("it", "Il treno è di nuovo in ritardo e nessuno risponde al telefono.")]
    [InlineData("pt", "O trem está atrasado de novo e ninguém atende o telefone.")]
    [InlineData("nl", "De trein heeft weer vertraging en niemand neemt de telefoon op.")]
    [InlineData("ar", "القطار متأخر مرة أخرى ولا أحد يرد على الهاتف")]
    [InlineData("hi", "bhai yeh log kabhi phone nahi uthate, bahut bura hai yaar")]
    public void Score_PlainSentence_TellsTheLanguage(string code, string text)
    {
        var score = Scorer.Score(text);

        Assert.Equal(code, score.Language);
        Assert.InRange(score.LanguageConfidence, 0.5f, 1f);
    }

    [Theory]
    [InlineData("J'adore ce magasin, l'équipe est géniale, merci !", SentimentLabel.Positive)]
    [InlineData("Service client lamentable, je suis très déçu.", SentimentLabel.Negative)]
    [InlineData("I love this shop, the staff are wonderful, thank you!", SentimentLabel.Positive)]
    [InlineData("Worst customer service ever, I am so angry.", SentimentLabel.Negative)]
    [InlineData("Das ist einfach nur schrecklich, nie wieder!", SentimentLabel.Negative)]
    [InlineData("Me encanta, muchas gracias, son los mejores", SentimentLabel.Positive)]
    public void Score_ClearTone_TellsTheSentiment(string text, SentimentLabel expected) =>
        Assert.Equal(expected, Scorer.Score(text).Sentiment);

    [Theory]
    [InlineData("fr", "Le repas était bon.", "Le repas n'était pas bon.")]
    [InlineData("fr", "Je recommande cette banque.", "Je ne recommande pas cette banque.")]
    [InlineData("en", "The food was good.", "The food was not good.")]
    [InlineData("en", "I am happy with this bank.", "I am not happy with this bank.")]
    [InlineData("en", "I like it", "I don't like it")]
    public void Score_Negation_LowersTheBalance(string language, string plain, string negated) =>
        Assert.True(Scorer.ScoreIn(negated, language).Balance < Scorer.ScoreIn(plain, language).Balance - 0.1f);

    [Theory]
    [InlineData("")]
    [InlineData("   \n\t")]
    [InlineData("!!!???...")]
    [InlineData("https://exemple.org @user 123")]
    [InlineData("שלום לכולם, איזה יום נפלא")]
    [InlineData("\u202Eabc\u202C مرحبا hello 你好")]
    [InlineData("\0\uFFFF\uE001")]
    public void Score_OddText_GivesProbabilities(string text) => AssertSound(text, Scorer.Score(text));

    [Fact]
    public void Score_LoneSurrogates_GivesProbabilities()
    {
        AssertSound("\uD83D", Scorer.Score("\uD83D"));
        AssertSound("\uDE00\uD83D x\uD83D", Scorer.Score("\uDE00\uD83D x\uD83D"));
    }

    [Fact]
    public void Score_Empty_HasNoLanguageAndNoTokens()
    {
        var score = Scorer.Score("");

        Assert.Equal("und", score.Language);
        Assert.Equal(0, score.LanguageConfidence);
        Assert.Equal(0, score.TopTokens[0].Length);
    }

    [Fact]
    public void Score_EmojiOnly_FollowsTheEmoji()
    {
        Assert.Equal("und", Scorer.Score("😍😍😍").Language);
        Assert.True(Scorer.Score("😍😍😍").Balance > Scorer.Score("😡😡😡").Balance + 0.2f);
    }

    [Fact]
    public void Score_HundredKilobytes_ReadsTheBeginningOnly()
    {
        var text = string.Concat(Enumerable.Repeat("merci beaucoup à toute l'équipe ", 3200));

        var score = Scorer.Score(text);

        AssertSound(text, score);
        Assert.Equal("fr", score.Language);
        Assert.Equal(score, Scorer.Score(text.AsSpan(0, 8192)));
    }

    [Fact]
    public void Score_Elongation_KeepsTheTone() =>
        Assert.True(Scorer.Score("I looooooove it, sooooooo goooood").Balance > 0.2f);

    [Fact]
    public void Score_RandomText_GivesSoundAnswers()
    {
        var random = new Random(11);
        for (var round = 0; round < 400; round++)
        {
            var text = RandomText.Next(random, random.Next(0, 200));
            AssertSound(text, Scorer.Score(text, round % 2 == 0 ? "fr" : null));
        }
    }

    [Fact]
    public void Score_SameTextOnManyThreads_GivesTheSameAnswer()
    {
        var expected = Scorer.Score("Pas mal du tout, mais un peu cher quand même");

        Parallel.For(0, 200, _ => Assert.Equal(expected, Scorer.Score("Pas mal du tout, mais un peu cher quand même")));
    }

    [Fact]
    public void Score_HintOnShortText_DecidesBetweenLanguages()
    {
        Assert.Equal("pt", Scorer.Score("uma nota", "pt-BR").Language);
        Assert.Equal("fr", Scorer.Score("Je suis très content de ce que vous faites pour nous", "en").Language);
        Assert.Equal(Scorer.Score("Merci à vous").Language, Scorer.Score("Merci à vous", "tlh").Language);
    }

    [Fact]
    public void Score_TopTokens_PointAtTheWordsThatWeigh()
    {
        const string Text = "La livraison était catastrophique";

        var top = Scorer.Score(Text).TopTokens[0];

        Assert.Equal("catastrophique", Text.Substring(top.Start, top.Length));
        Assert.True(top.Weight > 0);
    }

    [Fact]
    public void Score_AfterTheFirstText_DoesNotAllocate()
    {
        const string Text = "Bravo à @user pour ce projet ❤️ vraiment TOP !!! https://exemple.fr";
        for (var i = 0; i < 50; i++)
        {
            Scorer.Score(Text, "fr");
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            Scorer.Score(Text, "fr");
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void ScoreIn_LanguageWithoutWeights_UsesTheSharedOnes() =>
        AssertSound("geweldig", Scorer.ScoreIn("geweldig", "nl"));

    private static void AssertSound(string text, TextScore score)
    {
        Assert.InRange(score.Negative, 0f, 1f);
        Assert.InRange(score.Neutral, 0f, 1f);
        Assert.InRange(score.Positive, 0f, 1f);
        Assert.Equal(1f, score.Negative + score.Neutral + score.Positive, 1e-4f);
        Assert.InRange(score.Toxicity, 0f, 1f);
        Assert.InRange(score.LanguageConfidence, 0f, 1f);
        foreach (var token in score.TopTokens)
        {
            Assert.True(token.Start >= 0 && token.Length >= 0 && token.Start + token.Length <= text.Length);
        }
    }
}
