using SocialListening.Contracts;
using SocialListening.Matching;

namespace SocialListening.Tests.Matching;

public sealed class TopicMatcherTests
{
    private static readonly TopicMatcher Matcher = new(
    [
        Brand("atlas", ("delivery", "colis OR livraison*"), ("strike", "grève")),
        Brand("atlas-two", ("delivery", "colis")),
        Brand("plain"),
    ]);

    [Theory]
    [InlineData("Colis perdus pendant la grève", "atlas", "atlas/delivery,atlas/strike")]
    [InlineData("Colis perdus", "atlas,atlas-two", "atlas-two/delivery,atlas/delivery")]
    [InlineData("Colis perdus", "atlas-two", "atlas-two/delivery")]
    [InlineData("Colis perdus", "plain", "")]
    [InlineData("Bonjour", "atlas", "")]
    public void Match_GivesTheTopicsOfTheMatchedBrandsOnly(string text, string brands, string expected) =>
        Assert.Equal(expected, string.Join(',', Matcher.Match(Posts.Of(text), brands.Split(','))));

    [Fact]
    public void Make_BrokenQuery_NamesTheTopic()
    {
        var error = Assert.Throws<ArgumentException>(() => new TopicMatcher([Brand("atlas", ("broken", "colis ("))]));
        Assert.Contains("'atlas/broken'", error.Message, StringComparison.Ordinal);
    }

    private static Brand Brand(string id, params (string Id, string Query)[] topics) =>
        new() { Id = id, Name = id, Query = id, Topics = [.. topics.Select(topic => new BrandTopic(topic.Id, topic.Id, topic.Query))] };
}
