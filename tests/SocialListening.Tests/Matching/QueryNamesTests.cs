using SocialListening.Matching;

namespace SocialListening.Tests.Matching;

public sealed class QueryNamesTests
{
    [Theory]
    [InlineData("atlas", "atlas")]
    [InlineData("\"Solidarité Atlas\" OR #SolidariteAtlas OR @solidariteatlas", "Solidarité Atlas|SolidariteAtlas|solidariteatlas")]
    [InlineData("\"my cause\" OR #mycause NOT lang:de", "my cause|mycause")]
    [InlineData("atlas -montagne platform:x", "atlas")]
    [InlineData("(a OR b) -c", "a|b")]
    [InlineData("\"Solidarité Atlas\" OR (Atlas (dons OR ONG))", "Solidarité Atlas")]
    [InlineData("atlas dons", "")]
    [InlineData("bénévole*", "")]
    [InlineData("atlas NEAR/3 dons", "")]
    public void Of_Query_GivesTheTermsThatAloneMakeAPostMatch(string query, string expected) =>
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries).Order(), QueryNames.Of(BrandQuery.Parse(query).Query!).Order());
}
