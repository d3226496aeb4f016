using SocialListening.Scoring;

namespace SocialListening.Tests.Scoring;

public sealed class NameFinderTests
{
    [Theory]
    [InlineData("Merci Solidarité Atlas !", "Solidarité Atlas")]
    [InlineData("#SolidariteAtlas déçoit", "SolidariteAtlas")]
    [InlineData("@solidariteatlas, pourquoi ?", "solidariteatlas")]
    [InlineData("SOLIDARITE-ATLAS", "SOLIDARITE-ATLAS")]
    [InlineData("la Solidarite\u0301 Atlas", "Solidarite\u0301 Atlas")]
    [InlineData("Solidarité_Atlas", "Solidarité_Atlas")]
    [InlineData("solidarité et atlas", null)]
    [InlineData("Solidarité  –  Atlas", null)]
    [InlineData("Solidarité Atlassian", null)]
    [InlineData("insolidarité atlas", null)]
    [InlineData("Solidarité Atla", null)]
    [InlineData("", null)]
    public void Find_Name_IsFoundHoweverItIsWrittenAndOnlyWhole(string text, string? expected)
    {
        var found = new NameFinder(["Solidarité Atlas"]).Find(text);

        Assert.Equal(expected is null ? [] : [expected], found.Select(range => text[range]));
    }

    [Fact]
    public void Find_SeveralNames_PrefersTheLongerAndGivesEachPlace()
    {
        const string Text = "Atlas, c'est Solidarité Atlas, et ATLAS";

        Assert.Equal(["Atlas", "Solidarité Atlas", "ATLAS"], new NameFinder(["atlas", "Solidarité Atlas"]).Find(Text).Select(range => Text[range]));
    }

    [Theory]
    [InlineData("Café & Fils a fermé")]
    [InlineData("Café&Fils a fermé")]
    [InlineData("#CafeFils a fermé")]
    public void Find_NameWithASignBetweenBlanks_IsFound(string text) =>
        Assert.Single(new NameFinder(["Café & Fils"]).Find(text));

    [Fact]
    public void Find_NamesWithoutLetters_FindsNothing() => Assert.Empty(new NameFinder(["", "!?", " "]).Find("!? ok"));

    private const string Signs = "ab cÉe\u0301-🙃\ud83d";

    [Fact]
    public void Find_AnyText_GivesOrderedRangesInsideIt()
    {
        var random = new Random(11);
        var finder = new NameFinder(["ab", "b c", "é", "🙃"]);
        for (var round = 0; round < 2_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Signs[random.Next(Signs.Length)]));
            var end = 0;
            foreach (var range in finder.Find(text))
            {
                Assert.InRange(range.Start.Value, end, text.Length - 1);
                Assert.InRange(range.End.Value, range.Start.Value + 1, text.Length);
                end = range.End.Value;
            }
        }
    }
}
