using System.Diagnostics;
using System.Net;
using System.Text;
using SocialListening.Contracts;

namespace SocialListening.Tests.Platforms.Rss;

public sealed class HostileFeedTests : IDisposable
{
    private const string Feed = "https://presse.example.fr/rss.xml";

    private readonly PlatformRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData("""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><rss><channel><title>&c;</title></channel></rss>""")]
    [InlineData("""<!DOCTYPE rss SYSTEM "https://evil.example.org/x.dtd"><rss><channel/></rss>""")]
    [InlineData("""<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>&x;</title></channel></rss>""")]
    public async Task Fetch_DocumentType_IsRefusedBeforeAnythingIsExpanded(string xml)
    {
        var failure = await FailAsync(xml);

        Assert.Equal(FailureClass.Permanent, failure.Class);
        Assert.Contains("document type (DTD)", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<rss><channel><item><title>coupé", FailureClass.Transient, "cut off or malformed near line 1")]
    [InlineData("", FailureClass.Transient, "empty body")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1\"}", FailureClass.Transient, "malformed")]
    [InlineData("<opml><body/></opml>", FailureClass.Permanent, "neither RSS nor Atom")]
    [InlineData("<rss version=\"2.0\"></rss>", FailureClass.Permanent, "no channel")]
    public async Task Fetch_BrokenFeed_SaysWhatIsWrong(string body, FailureClass expected, string words)
    {
        var failure = await FailAsync(body);

        Assert.Equal(expected, failure.Class);
        Assert.StartsWith("presse.example.fr answered ", failure.Message, StringComparison.Ordinal);
        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("coupé", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_DeepNesting_IsRefusedQuickly()
    {
        var began = Stopwatch.GetTimestamp();

        var failure = await FailAsync("<rss><channel>" + string.Concat(Enumerable.Repeat("<a>", 200_000)));

        Assert.Contains("nested too deeply", failure.Message, StringComparison.Ordinal);
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Fetch_TenMegabytes_FailsNamingTheLimit()
    {
        var failure = await FailAsync("<rss><channel><title>" + new string('x', 10 * 1024 * 1024) + "</title></channel></rss>");

        Assert.Contains("more than 5120 KiB", failure.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string?> Encodings => new()
    {
        { "utf-8", "utf-8", "utf-8" },
        { "utf-8", "utf-8", null },
        { "utf-8", "iso-8859-1", "utf-8" },
        { "iso-8859-1", "iso-8859-1", null },
        { "windows-1252", "windows-1252", null },
        { "windows-1252", "utf-8", "utf-8" },
        { "windows-1252", "utf-8", "windows-1252" },
        { "utf-16", "utf-16", null },
        { "utf-16BE", "utf-16", null },
        { "utf-8", "x-unknown", "x-unknown" },
        { "windows-1251", "windows-1251", "no-such-charset" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Fetch_AnyEncoding_IsReadAsTheBytesAre(string actual, string declared, string? header)
    {
        var title = actual == "windows-1251" ? "Кафе закрыто" : "Boréal Café à côté";
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(actual) ?? Encoding.GetEncoding(actual);
        byte[] mark = actual == "utf-16" ? [0xFF, 0xFE] : [];
        var body = encoding.GetBytes($"<?xml version=\"1.0\" encoding=\"{declared}\"?><rss><channel><item><guid>g</guid><title>{title}</title></item></channel></rss>");
        _rig.Stub.On(Feed, () => Fixture.With(HttpStatusCode.OK, [.. mark, .. body], header is null ? "application/rss+xml" : $"application/rss+xml; charset={header}"));

        var page = await _rig.PageAsync(_rig.Request("rss", Feed));

        Assert.Equal(title, Assert.Single(page.Mentions).Text);
    }

    [Fact]
    public async Task Fetch_ControlCharactersAndScriptLinks_AreDropped()
    {
        _rig.Stub.On(Feed, () => RssConnectorTests.Rss("<item><guid isPermaLink=\"true\">javascript:alert(1)</guid><link>javascript:alert(2)</link><title>a\u000Bb</title></item>"));

        var mention = Assert.Single((await _rig.PageAsync(_rig.Request("rss", Feed))).Mentions);

        Assert.Equal("ab", mention.Text);
        Assert.Equal("", mention.Permalink);
    }

    [Fact]
    public async Task Fetch_EndlessIds_AreHashedTo512Characters()
    {
        _rig.Stub.On(Feed, () => RssConnectorTests.Rss($"<item><guid>{new string('g', 5000)}</guid><title>t</title></item>"));

        Assert.InRange(Assert.Single((await _rig.PageAsync(_rig.Request("rss", Feed))).Mentions).PlatformPostId.Length, 1, 512);
    }

    private async Task<SocialListening.Platforms.FetchFailure> FailAsync(string body)
    {
        _rig.Stub.On(Feed, () => Fixture.With(HttpStatusCode.OK, body, "application/rss+xml; charset=utf-8"));
        return await _rig.FailureAsync(_rig.Request("rss", Feed));
    }
}
