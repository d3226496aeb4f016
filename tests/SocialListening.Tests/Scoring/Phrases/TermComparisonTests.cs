using SocialListening.Contracts;
using SocialListening.Scoring.Phrases;

namespace SocialListening.Tests.Scoring.Phrases;

public sealed class TermComparisonTests
{
    private static readonly OwnNames Brand = new(["Solidarité Atlas"]);

    private static readonly string[] Daily =
    [
        "Solidarité Atlas ouvre un vestiaire à Lille",
        "Bénévole chez Solidarité Atlas depuis dix ans, quelle équipe",
        "Donner à Solidarité Atlas, est-ce déductible des impôts ?",
        "La maraude de Solidarité Atlas passe rue des Postes",
        "Le rapport annuel de Solidarité Atlas est en ligne",
    ];

    private static readonly string[] Crisis =
    [
        "Des manteaux neufs jetés par Solidarité Atlas à Val-Clair",
        "#ManteauxNeufs à la benne : Solidarité Atlas doit s'expliquer",
        "solidarité atlas jette des MANTEAUX NEUFS en plein hiver !!",
        "Pourquoi un manteau neuf finit-il à la benne, Solidarité Atlas ?",
        "J'ai vu les photos de la benne de Val-Clair",
        "Une benne pleine derrière l'entrepôt, personne ne répond",
    ];

    [Fact]
    public void Compare_NewMatter_RisesInItsMostFrequentFormWithTones()
    {
        var window = Posts(Daily, 4).Concat(Posts(Crisis, 4, SentimentLabel.Negative, "c")).ToArray();

        var ranking = TermComparison.Compare(window, Posts(Daily, 12), Brand, 10);

        var coats = Assert.Single(ranking.Rising, term => term.Text.Contains("neufs", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("manteaux neufs", coats.Text, ignoreCase: true);
        Assert.Equal((16, 0, 16, 0, 0), (coats.Mentions, coats.Before, coats.Negative, coats.Neutral, coats.Positive));
        Assert.Equal(Math.Round(16 / 44.0, 4), coats.Share);
        Assert.True(coats.Lift > 10);
        Assert.Contains(ranking.Rising, term => term.Text == "benne");
        Assert.DoesNotContain(ranking.Rising, term => term.Text.Contains("maraude", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Compare_SameTraffic_NothingRises()
    {
        var ranking = TermComparison.Compare(Posts(Daily, 8), Posts(Daily, 8, prefix: "before"), Brand, 10);

        Assert.Empty(ranking.Rising);
        Assert.NotEmpty(ranking.Top);
    }

    [Fact]
    public void Compare_NothingBefore_HasTopTermsAndNoRisingOnes()
    {
        var ranking = TermComparison.Compare(Posts(Crisis, 2), [], Brand, 3);

        Assert.Empty(ranking.Rising);
        Assert.Equal(3, ranking.Top.Count);
        Assert.All(ranking.Top, term => Assert.Equal(0, term.Surprise));
    }

    [Fact]
    public void Compare_BrandName_IsNoTerm()
    {
        var ranking = TermComparison.Compare(Posts(Daily, 5), Posts(Crisis, 5), Brand, 50);

        Assert.DoesNotContain(ranking.Top.Concat(ranking.Rising), term => term.Text.Contains("atlas", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Compare_OneTextPassedOnAThousandTimes_DoesNotHideWhatManySay()
    {
        var copies = Posts(["Un fantôme traverse la gare de Vierzon"], 1_000, prefix: "copy");
        var voices = Posts([.. Enumerable.Range(0, 60).Select(i => $"Le vestiaire ferme, dit {Name(i)}")], 1, SentimentLabel.Negative, "voice");

        var ranking = TermComparison.Compare([.. copies, .. voices], Posts([.. Enumerable.Range(60, 300).Select(i => $"Bonjour de {Name(i)}")], 1, prefix: "before"), Brand, 5);

        Assert.StartsWith("vestiaire", ranking.Rising[0].Text, StringComparison.Ordinal);
        Assert.All(ranking.Rising, term => Assert.True(term.Lift > 1));
    }

    [Fact]
    public void Compare_PartOfALongerPhrase_IsNotGivenBesideIt()
    {
        var ranking = TermComparison.Compare(Posts(["La fuite de données clients", "Encore une fuite de données clients"], 5), [], Brand, 10);

        Assert.Equal(["fuite de données clients"], ranking.Top.Select(term => term.Text));
    }

    [Fact]
    public void Compare_PostsInAnyOrder_GivesTheSame()
    {
        var window = Posts(Daily, 3).Concat(Posts(Crisis, 5, SentimentLabel.Negative, "c")).ToArray();
        var before = Posts(Daily, 6, prefix: "b");
        var expected = Written(TermComparison.Compare(window, before, Brand, 20));
        var random = new Random(3);
        for (var i = 0; i < 20; i++)
        {
            random.Shuffle(window);
            random.Shuffle(before);

            Assert.Equal(expected, Written(TermComparison.Compare(window, before, Brand, 20)));
        }
    }

    [Theory]
    [InlineData(30, 100, 3, 100, true)]
    [InlineData(3, 10, 3, 100, false)]
    [InlineData(10, 100, 10, 100, false)]
    public void Surprise_ShareInTwoWindows_IsSureOnlyWithEnoughPosts(double with, double all, double withBefore, double allBefore, bool sure) =>
        Assert.Equal(sure, Surprise.Of(with, all, withBefore, allBefore) >= TermComparison.LeastSurprise);

    [Fact]
    public void Surprise_WindowsSwapped_ChangesSign()
    {
        for (var with = 0; with <= 50; with += 5)
        {
            Assert.Equal(Surprise.Of(with, 60, 10, 80), -Surprise.Of(10, 80, with, 60), 9);
        }
    }

    private static string Name(int i) => $"Prénom{(char)('a' + (i % 26))}{(char)('a' + (i / 26))}";

    private static string Written(TermRanking ranking) =>
        string.Join('\n', ranking.Top.Append(null).Concat(ranking.Rising).Select(term => term is null ? "-" : $"{term with { Examples = [] }} {string.Join(',', term.Examples)}"));

    private static TermPost[] Posts(string[] texts, int copies, SentimentLabel tone = SentimentLabel.Neutral, string prefix = "p") =>
        [.. Enumerable.Range(0, copies * texts.Length).Select(i => new TermPost($"{prefix}{i}", texts[i % texts.Length], "fr", tone))];
}
