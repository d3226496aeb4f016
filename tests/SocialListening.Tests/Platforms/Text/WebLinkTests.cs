using System.Text.Json;
using SocialListening.Platforms.Bluesky;
using SocialListening.Platforms.Mastodon;
using SocialListening.Platforms.Text;
using SocialListening.Tests.Fakes;

namespace SocialListening.Tests.Platforms.Text;

public sealed class WebLinkTests
{
    private const string Escape = "\u001b]8;;https://evil.invalid\u0007";

    [Theory]
    [InlineData("https://social.example/@lea/1", "https://social.example/@lea/1")]
    [InlineData("http://social.example/é", "http://social.example/%C3%A9")]
    [InlineData("https://social.example/a b<script>", "https://social.example/a%20b%3Cscript%3E")]
    [InlineData("https://social.example/" + Escape, "https://social.example/%1B]8;;https://evil.invalid%07")]
    [InlineData("https://social.example/\u202Egpj", "https://social.example/%E2%80%AEgpj")]
    public void Of_WebAddress_IsEscaped(string text, string expected) => Assert.Equal(expected, WebLink.Of(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,<script>")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/@lea/1")]
    [InlineData(Escape)]
    public void Of_AnythingElse_IsNoLink(string? text) => Assert.Null(WebLink.Of(text));

    [Fact]
    public void Of_EndlessAddress_IsNoLink() => Assert.Null(WebLink.Of("https://social.example/" + new string('a', 3_000)));

    [Theory]
    [InlineData("javascript:alert(1)", "https://social.example/users/lea/statuses/1", "https://social.example/users/lea/statuses/1")]
    [InlineData("javascript:alert(1)", "tag:social.example,2026:1", "")]
    [InlineData("https://social.example/@lea/1" + Escape, "tag:1", "https://social.example/@lea/1%1B]8;;https://evil.invalid%07")]
    public void Mastodon_StatusWithAHostileLink_LinksNowhereElse(string url, string uri, string expected)
    {
        var status = JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["id"] = "1", ["created_at"] = "2026-03-20T12:00:00Z", ["url"] = url, ["uri"] = uri });

        var read = MastodonStatuses.Read([status], "social.example", Samples.Noon);

        Assert.Equal(expected, Assert.Single(read.Mentions).Permalink);
    }

    [Fact]
    public void Bluesky_PostWithAHostileAddress_LinksToItsPlatform()
    {
        var post = JsonSerializer.SerializeToElement(new
        {
            uri = $"at://did:plc:x/app.bsky.feed.post/{Escape.Replace('/', '|')}",
            author = new { did = "did:plc:x" },
            record = new { text = "x", createdAt = "2026-03-20T12:00:00Z" },
            indexedAt = "2026-03-20T12:00:00Z",
        });

        var link = BlueskyPosts.Read(post, Samples.Noon)!.Permalink;

        Assert.StartsWith("https://bsky.app/profile/did:plc:x/post/", link, StringComparison.Ordinal);
        Assert.DoesNotContain(link, char.IsControl);
    }
}
