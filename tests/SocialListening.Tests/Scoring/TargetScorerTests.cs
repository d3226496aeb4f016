using SocialListening.Scoring.Embedded;
using SocialListening.Scoring.Embedded.Target;
using SocialListening.Scoring.Embedded.Text;

namespace SocialListening.Tests.Scoring;

public sealed class TargetScorerTests
{
    private static readonly EmbeddedScorer Scorer = EmbeddedScorer.Load();
    private static readonly TargetScorer Targets = new(Scorer);

    [Theory]
    [InlineData("J'adore la banque Alizé, mais chez Boréal le service est lamentable et honteux.", "Alizé", "Boréal")]
    [InlineData("I love the trains of Northline, but Southway is terrible and always late.", "Northline", "Southway")]
    [InlineData("Merci @alize pour votre aide, formidable. @boreal par contre quelle honte, arnaque !", "@alize", "@boreal")]
    public void Score_PraiseForOneAndBlameForTheOther_TellsThemApart(string text, string praised, string blamed)
    {
        var good = Towards(text, praised);
        var bad = Towards(text, blamed);

        Assert.False(good.IsWholeText);
        Assert.False(bad.IsWholeText);
        Assert.True(good.Balance > bad.Balance + 0.3f, $"{good} {bad}");
    }

    [Theory]
    [InlineData("Le service chez Alizé est lamentable.", "Alizé")]
    [InlineData("nobody is named here, awful day", "Alizé")]
    [InlineData("", "Alizé")]
    public void Score_NobodyElseNamed_IsTheWholeTextWithoutTheName(string text, string target)
    {
        var score = Towards(text, target);
        var whole = Scorer.Score(text.Replace(target, new string(NeutralText.Placeholder, target.Length), StringComparison.Ordinal));

        Assert.True(score.IsWholeText);
        Assert.Equal(whole.Balance, score.Balance, 1e-6f);
    }

    [Fact]
    public void Score_RandomTextAndRanges_GivesProbabilities()
    {
        var random = new Random(41);
        for (var round = 0; round < 300; round++)
        {
            var text = RandomText.Next(random, random.Next(0, 60));
            var from = random.Next(0, text.Length + 1);

            var score = Targets.Score(text, [from..random.Next(from, text.Length + 1)]);

            Assert.Equal(1f, score.Negative + score.Neutral + score.Positive, 1e-3f);
        }
    }

    private static TargetScore Towards(string text, string name)
    {
        var at = text.IndexOf(name, StringComparison.Ordinal);
        return Targets.Score(text, at < 0 ? [] : [at..(at + name.Length)]);
    }
}
