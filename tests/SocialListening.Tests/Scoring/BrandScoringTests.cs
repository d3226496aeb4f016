using SocialListening.Contracts;
using SocialListening.Scoring;
using SocialListening.Scoring.Embedded;
using SocialListening.Scoring.Phrases;

namespace SocialListening.Tests.Scoring;

public sealed class BrandScoringTests
{
    private static readonly EmbeddedScorer Scorer = EmbeddedScorer.Load();
    private static readonly EmbeddedMentionScorer Whole = new(Scorer);

    // Names that sound like praise, like blame, like nothing.
    private static readonly string[] Sounds = ["Solidarité Atlas", "Bonheur & Joie", "Arnaque", "Hate Speech", "Love", "Enfer", "Free", "Xyzzy 3000"];

    private static readonly string[] Posts =
    [
        "Merci {0} pour votre aide, c'est formidable",
        "{0} : toujours personne au téléphone, quelle honte",
        "Le dépôt de {0} ouvre lundi à 9 h, #{1} cherche du monde",
        "I waited two hours at {0} and nobody came. @{1} please answer",
        "{0}, {0}, {0} !!!",
        "Hier encore, {0} a été parfait, merci pour tout, mais le Boréal Café était horrible, quelle honte",
    ];

    [Fact]
    public void Score_WhateverTheBrandIsCalled_IsTheSame()
    {
        foreach (var post in Posts)
        {
            var scores = Sounds.Select(name => ScoreOf(post, name)).ToArray();
            Assert.All(scores, score => Assert.Equal((scores[0].Language, scores[0].Negative, scores[0].Neutral, scores[0].Positive, scores[0].Toxicity), (score.Language, score.Negative, score.Neutral, score.Positive, score.Toxicity)));
            Assert.All(scores, score => Assert.Equal(scores[0].Target, score.Target));
            Assert.All(scores, score => Assert.Equal(scores[0].Intents, score.Intents));
            Assert.All(scores, score => Assert.Equal(scores[0].KeyPhrases, score.KeyPhrases));
            Assert.All(scores, score => Assert.Equal(scores[0].TopTokens.Select(token => (token.Text.StartsWith('@') ? "@" : token.Text, token.Weight)), score.TopTokens.Select(token => (token.Text.StartsWith('@') ? "@" : token.Text, token.Weight))));
        }
    }

    [Theory]
    [InlineData("Bonjour, le magasin ouvre à neuf heures, merci à tous")]
    [InlineData("what a shame, the train is late again @somebody #fail https://example.invalid/solidarity")]
    [InlineData("")]
    public void Score_TextThatDoesNotNameTheBrand_IsThatOfTheWholeText(string text)
    {
        var read = Brands("Solidarité Atlas").Read("a", text);

        Assert.Same(text, read.Neutral);
        var score = Whole.Score(text);
        Assert.Same(score, Brands("Solidarité Atlas").Complete(read, score));
    }

    [Fact]
    public void Score_Explanation_QuotesTheTextAsPosted()
    {
        const string Text = "Solidarité Atlas, quelle honte, c'est lamentable https://www.solidarite-atlas.invalid/don";

        var score = ScoreOf(Text, "Solidarité Atlas");

        Assert.NotEmpty(score.TopTokens);
        Assert.All(score.TopTokens, token => Assert.Equal(token.Text, Text.Substring(token.Start, token.Text.Length)));
        Assert.DoesNotContain(score.TopTokens, token => token.Text.StartsWith("Solidarité", StringComparison.Ordinal) || token.Text.StartsWith("Atlas", StringComparison.Ordinal));
    }

    [Fact]
    public void Score_TextOfTwoBrands_EachHasItsOwnAndTheOthersNameStays()
    {
        var brands = new BrandScoring(Scorer, new Names(("a", ["Joie"]), ("b", ["Arnaque"])));
        const string Text = "Joie et Arnaque ouvrent ensemble un magasin à Lyon";

        Assert.Equal(Whole.Score("\uE003\uE003\uE003\uE003 et Arnaque ouvrent ensemble un magasin à Lyon").Negative, Score(brands, "a", Text).Negative);
        Assert.Equal(Whole.Score("Joie et \uE003 ouvrent ensemble un magasin à Lyon").Negative, Score(brands, "b", Text).Negative);
        Assert.True(Score(brands, "a", Text).Negative > Score(brands, "b", Text).Negative);
    }

    [Fact]
    public void Read_NameInAHandle_IsLeft()
    {
        var read = Brands("Atlas").Read("a", "@atlas, @ong.atlas, #atlas et Atlas");

        Assert.Equal("@atlas, @ong.atlas, #\uE003\uE003\uE003\uE003\uE003 et \uE003\uE003\uE003\uE003\uE003", read.Neutral);
        Assert.Equal(4, read.Names.Count);
    }

    [Theory]
    [InlineData("Grosse panne chez Solidarité Atlas hier")]
    [InlineData("ATLAS : panne. Solidarité, panne, Atlas.")]
    [InlineData("#SolidariteAtlas #solidariteatlas panne, dit Atlas Solidarité")]
    [InlineData("atlas-solidarité, panne de l'Atlas")]
    [InlineData("@solidariteatlas panne solidariteatlas")]
    public void Complete_KeyPhrases_AreNeverTheBrandsNameNorAPartOfIt(string text)
    {
        var phrases = ScoreOf(text, "Solidarité Atlas").KeyPhrases;

        Assert.Contains(phrases, phrase => phrase.Contains("panne", StringComparison.Ordinal));
        Assert.DoesNotContain(phrases, phrase => phrase.Split(' ', '-', '\'').All(word => word is "solidarité" or "Solidarité" or "atlas" or "Atlas" or "ATLAS" or "l" or "de" or "solidariteatlas" or "solidarite"));
    }

    [Fact]
    public void Complete_AnyTextOfTheBrandsWords_StoresNoPhraseOfThemAlone()
    {
        string[] words = ["Café", "du", "Port", "le", "café", "PORT", "#CafeDuPort", "cafeduport", "@cafe_du_port", "terrasse", "panne", ",", ".", "de", "l'", "cafés"];
        var random = new Random(3);
        var own = new OwnNames(["Café du Port", "@cafe_du_port"]);
        for (var i = 0; i < 500; i++)
        {
            var text = string.Join(' ', Enumerable.Range(0, 1 + (i % 12)).Select(_ => words[random.Next(words.Length)]));

            var phrases = ScoreOf(text, "Café du Port").KeyPhrases;

            Assert.All(phrases, phrase => Assert.True(phrase.Contains("terrasse", StringComparison.OrdinalIgnoreCase) || phrase.Contains("panne", StringComparison.OrdinalIgnoreCase), $"{text} -> {phrase}"));
            Assert.DoesNotContain(phrases, own.IsOwn);
        }
    }

    private static MentionScore ScoreOf(string post, string name) =>
        Score(Brands(name), "a", string.Format(null, post, name, string.Concat(name.Where(char.IsLetterOrDigit))));

    private static MentionScore Score(BrandScoring brands, string brandId, string text)
    {
        var read = brands.Read(brandId, text);
        return brands.Complete(read, Whole.Score(read.Neutral, null));
    }

    private static BrandScoring Brands(string name) => new(Scorer, new Names(("a", [name, "#" + string.Concat(name.Where(char.IsLetterOrDigit))])));

    private sealed class Names(params (string Brand, string[] Names)[] brands) : IBrandNames
    {
        public IReadOnlyList<string> Of(string brandId) => brands.First(brand => brand.Brand == brandId).Names;
    }
}
