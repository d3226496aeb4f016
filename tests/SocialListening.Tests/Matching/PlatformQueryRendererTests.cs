using SocialListening.Contracts;
using SocialListening.Matching;

namespace SocialListening.Tests.Matching;

public sealed class PlatformQueryRendererTests
{
    [Theory]
    [InlineData("\"Boréal Café\"", "x", "\"Boréal Café\" OR #borealcafe")]
    [InlineData("\"Boréal Café\"", "reddit", "\"Boréal Café\" OR \"boreal cafe\" OR borealcafe")]
    [InlineData("\"Boréal Café\"", "bluesky", "\"Boréal Café\"")]
    [InlineData("\"Boréal Café\"", "mastodon", "\"Boréal Café\"")]
    [InlineData("\"Boréal Café\"", "hackernews", "\"Boréal Café\"")]
    [InlineData("(Boréal OR #BorealCafe OR @boreal) lang:fr -météo", "x", "(Boréal OR #BorealCafe OR @boreal) lang:fr")]
    [InlineData("Boréal OR #BorealCafe OR @boreal", "youtube", "Boréal|BorealCafe|boreal")]
    [InlineData("Boréal (thé OR latte) -météo", "youtube", "Boréal")]
    [InlineData("(thé OR latte) NOT météo", "youtube", "thé|latte")]
    [InlineData("Boréal (thé OR latte) -météo", "bluesky", "Boréal")]
    [InlineData("(Boréal thé) OR (latte Boréal)", "mastodon", "Boréal")]
    [InlineData("Boréal NEAR/4 latte", "hackernews", "Boréal latte")]
    [InlineData("#BorealCafe OR platform:reddit", "bluesky", "#BorealCafe")]
    [InlineData("boréal OR latte", "bluesky", "")]
    [InlineData("boréal platform:x", "bluesky", "")]
    [InlineData("boréa*", "x", "")]
    [InlineData("boréal", "rss", "")]
    [InlineData("author:lea boréal", "x", "from:lea Boréal")]
    [InlineData("thé OR latte", "generic", "thé OR the OR latte")]
    public void Render_WritesThePlatformsSyntax(string query, string platform, string expected)
    {
        Brand brand = new() { Id = "b", Name = "B", Query = query };
        Assert.Equal(expected, new PlatformQueryRenderer().Render(brand, platform), ignoreCase: true);
    }
}
