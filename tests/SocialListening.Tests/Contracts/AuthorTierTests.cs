using SocialListening.Contracts;

namespace SocialListening.Tests.Contracts;

public sealed class AuthorTierTests
{
    [Theory]
    [InlineData(null, "unknown")]
    [InlineData(0L, "nano")]
    [InlineData(999L, "nano")]
    [InlineData(1_000L, "micro")]
    [InlineData(9_999L, "micro")]
    [InlineData(10_000L, "mid")]
    [InlineData(100_000L, "macro")]
    [InlineData(999_999L, "macro")]
    [InlineData(1_000_000L, "mega")]
    [InlineData(5_000_000_000L, "mega")]
    public void Of_Followers_GivesTheTierAtItsBounds(long? followers, string expected) => Assert.Equal(expected, AuthorTier.Of(followers));

    [Fact]
    public void All_NamesEveryTierFromSmallToLarge() => Assert.Equal(["nano", "micro", "mid", "macro", "mega", "unknown"], AuthorTier.All);
}
