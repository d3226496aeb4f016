using SocialListening.Platforms.Http;

namespace SocialListening.Tests.Platforms.Http;

public sealed class LinkHeaderTests
{
    private static readonly Uri Base = new("https://mastodon.example/api/");

    [Fact]
    public void Read_RecordedHeader_GivesBothDirections()
    {
        using var response = Fixture.Http("mastodon/tag-timeline-page-normal.http");

        var links = LinkHeader.Read(response.Headers.GetValues("Link"), Base);

        Assert.EndsWith("max_id=117645126139904009", links["next"].AbsoluteUri, StringComparison.Ordinal);
        Assert.EndsWith("min_id=117647872644218891", links["prev"].AbsoluteUri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<")]
    [InlineData("<a>")]
    [InlineData("<a>; rel")]
    [InlineData("rel=\"next\"")]
    [InlineData("<http://[bad>; rel=\"next\"")]
    public void Read_BrokenHeader_GivesNothing(string value) => Assert.Empty(LinkHeader.Read([value], Base));

    [Fact]
    public void Read_RelativeTargetsAndSeveralRelations_AreResolved()
    {
        var links = LinkHeader.Read(["<p?x=1,2>; title=\"a; b\"; rel=\"next last\", </q>; rel=prev"], Base);

        Assert.Equal("https://mastodon.example/api/p?x=1,2", links["next"].AbsoluteUri);
        Assert.Equal(links["next"], links["LAST"]);
        Assert.Equal("https://mastodon.example/q", links["prev"].AbsoluteUri);
    }
}
