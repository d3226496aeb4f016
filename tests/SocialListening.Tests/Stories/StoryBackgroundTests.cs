using SocialListening.Scoring.Phrases;
using SocialListening.Stories;

namespace SocialListening.Tests.Stories;

public sealed class StoryBackgroundTests
{
    [Theory]
    [InlineData("fr", "service", "reblochon")]
    [InlineData("fr", "matin", "trachée")]
    [InlineData("en", "morning", "windpipe")]
    public void RarityOf_WordsOfEveryday_AreLowerThanThoseOfFew(string language, string common, string rare)
    {
        Assert.InRange(RarityOf(common, language), 0.3f, 0.95f);
        Assert.Equal(1, RarityOf(rare, language));
    }

    [Fact]
    public void RarityOf_AnyKey_IsAboveZeroAndAtMostOne()
    {
        var random = new Random(2);
        for (var i = 0; i < 10_000; i++)
        {
            Assert.InRange(StoryBackground.Shared.RarityOf((ulong)random.NextInt64()), float.Epsilon, 1f);
        }
    }

    [Fact]
    public void Write_SameShares_GivesTheSameBytes()
    {
        var shares = Enumerable.Range(1, 200).ToDictionary(i => (ulong)i << 32, i => i / 200.0);
        using var first = new MemoryStream();
        using var again = new MemoryStream();

        StoryBackground.Write(shares, first);
        StoryBackground.Write(shares.Reverse().ToDictionary(), again);

        Assert.Equal(first.ToArray(), again.ToArray());
    }

    private static float RarityOf(string word, string language)
    {
        var features = new StoryFeatures(StoryWeights.Default with { Background = false, Idea = 0, Beginning = 0 }, OwnNames.None).Read(word, language);
        return StoryBackground.Shared.RarityOf(Assert.Single(features).Key);
    }
}
