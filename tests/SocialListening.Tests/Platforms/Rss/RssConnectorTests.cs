using System.Net;
using System.Text;
using SocialListening.Contracts;

namespace SocialListening.Tests.Platforms.Rss;

public sealed class RssConnectorTests : IDisposable
{
    private const string Feed = "https://presse.example.fr/rss.xml";
    private const string Blog = "https://blog.example.org/atom.xml";

    private readonly PlatformRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Fetch_Rss2Page_ReadsEveryField()
    {
        _rig.Stub.On(Feed, () => Fixture.Http("rss/page-normal.http", "rss/rss2-page-normal.xml"));

        var page = await _rig.PageAsync(_rig.Request("rss", Feed));

        Assert.Equal(2, page.Mentions.Count);
        var first = page.Mentions[0];
        Assert.Equal("rss:https://presse.example.fr/rss.xml#https://presse.example.fr/a1", first.Id);
        Assert.Equal("https://presse.example.fr/a1", first.Permalink);
        Assert.Equal("Camille Exemple", first.AuthorDisplayName);
        Assert.StartsWith("Solidarité Atlas publie son rapport annuel\nTexte complet : Je résume", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<p>", first.Text, StringComparison.Ordinal);
        Assert.Equal("fr-FR", first.Language);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 8, 41, 12, TimeSpan.Zero), first.CreatedAtUtc);
        Assert.Equal(TimeSpan.Zero, first.CreatedAtUtc.Offset);
        Assert.Equal(12, first.Replies);
        Assert.Null(first.Likes);
        Assert.Equal(["image"], first.MediaTypes);
        Assert.Equal("rss:https://presse.example.fr/rss.xml#tag:presse.example.fr,2026:a2", page.Mentions[1].Id);
        Assert.StartsWith("Boréal Café rappelle un lot & s’explique\n", page.Mentions[1].Text, StringComparison.Ordinal);
        Assert.Null(page.NextPageToken);
        Assert.Equal(_rig.Clock.GetUtcNow() + TimeSpan.FromMinutes(15), page.NotBefore);
    }

    [Fact]
    public async Task Fetch_AtomPage_ReadsEveryFieldAndFollowsNext()
    {
        _rig.Stub.On(Blog, () => Fixture.Ok("rss/atom-page-normal.xml")).On(Blog + "?page=2", () => Fixture.Ok("rss/atom-page-last.xml"));
        var request = _rig.Request("rss", Blog, lookback: TimeSpan.FromDays(30));

        var page = await _rig.PageAsync(request);

        var mention = page.Mentions[0];
        Assert.Equal("https://blog.example.org/atom.xml#tag:blog.example.org,2026:p1", mention.PlatformPostId);
        Assert.Equal("https://blog.example.org/p1", mention.Permalink);
        Assert.Equal("https://blog.example.org/auteur", mention.AuthorId);
        Assert.Equal("Maëlle", mention.AuthorDisplayName);
        Assert.Equal("fr", mention.Language);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 8, 30, 0, TimeSpan.Zero), mention.CreatedAtUtc);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 8, 41, 12, TimeSpan.Zero), mention.EditedAtUtc);
        Assert.StartsWith("Une matinée avec Solidarité Atlas\nBravo à", mention.Text, StringComparison.Ordinal);
        Assert.NotNull(page.NextPageToken);

        var last = await _rig.PageAsync(request with { PageToken = page.NextPageToken });
        Assert.Equal("https://blog.example.org/atom.xml#tag:blog.example.org,2026:p3", Assert.Single(last.Mentions).PlatformPostId);
        Assert.Null(last.NextPageToken);
        Assert.Equal(page.Memo, last.Memo);
    }

    [Theory]
    [InlineData("rss/rss2-page-empty.xml", 0)]
    [InlineData("rss/rss2-page-last.xml", 1)]
    [InlineData("rss/atom-page-empty.xml", 0)]
    [InlineData("rss/atom-page-last.xml", 1)]
    public async Task Fetch_ShortFeed_IsConclusiveAndLast(string fixture, int mentions)
    {
        _rig.Stub.On(Feed, () => Fixture.Ok(fixture));

        var page = await _rig.PageAsync(_rig.Request("rss", Feed));

        Assert.Equal(mentions, page.Mentions.Count);
        Assert.True(page.Conclusive);
        Assert.Null(page.NextPageToken);
        Assert.NotNull(page.Memo);
    }

    [Fact]
    public async Task Fetch_OddRss_ReadsWhatIsThereAndSaysWhatIsNot()
    {
        _rig.Stub.On(Feed, () => Fixture.Ok("rss/rss2-page-odd.xml"));

        var page = await _rig.PageAsync(_rig.Request("rss", Feed));

        Assert.Equal(3, page.Mentions.Count);
        var bare = page.Mentions[0];
        Assert.StartsWith("https://presse.example.fr/rss.xml#sha256:", bare.PlatformPostId, StringComparison.Ordinal);
        Assert.Equal(new DateTimeOffset(2026, 11, 18, 6, 0, 0, TimeSpan.Zero), bare.CreatedAtUtc);
        Assert.Contains("شكراً لمنظمة", bare.Text, StringComparison.Ordinal);
        Assert.Contains("👩🏽‍🚒🇫🇷☕️🫶🏿", bare.Text, StringComparison.Ordinal);
        Assert.Equal("", bare.Permalink);
        var undated = page.Mentions[1];
        Assert.Equal("https://presse.example.fr/article-relatif", undated.Permalink);
        Assert.Equal(_rig.Clock.GetUtcNow(), undated.CreatedAtUtc);
        Assert.Equal("Rédaction", undated.AuthorDisplayName);
        Assert.Equal(["audio"], undated.MediaTypes);
        var zoned = page.Mentions[2];
        Assert.Equal(new DateTimeOffset(2026, 11, 18, 10, 30, 11, TimeSpan.Zero), zoned.CreatedAtUtc);
        Assert.Contains("\n2. Le chapitre 3", zoned.Text, StringComparison.Ordinal);
        Assert.Single(page.SkippedItems);
        Assert.DoesNotContain("script", page.SkippedItems[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_OddAtom_ReportsDeletedEntriesByTheirMentionIds()
    {
        _rig.Stub.On(Blog, () => Fixture.Ok("rss/atom-page-odd.xml"));

        var page = await _rig.PageAsync(_rig.Request("rss", Blog));

        Assert.Equal(["rss:https://blog.example.org/atom.xml#tag:blog.example.org,2026:p0"], page.DeletedMentionIds);
        var mention = Assert.Single(page.Mentions);
        Assert.Equal("ar", mention.Language);
        Assert.StartsWith("شكراً", mention.Text, StringComparison.Ordinal);
        Assert.Contains("\nבית הקפה", mention.Text, StringComparison.Ordinal);
        Assert.Equal(new DateTimeOffset(2026, 11, 18, 6, 0, 0, TimeSpan.Zero).AddTicks(1234560), mention.CreatedAtUtc);
    }

    [Fact]
    public async Task Fetch_SecondPoll_AsksConditionallyAndTakesNotModifiedAsNothingNew()
    {
        _rig.Stub.On(Feed, () => Fixture.Http("rss/page-normal.http", "rss/rss2-page-normal.xml")).On(Feed, () => Fixture.Http("rss/not-modified-304.http"));
        var first = await _rig.PageAsync(_rig.Request("rss", Feed));

        var second = await _rig.PageAsync(_rig.Request("rss", Feed, memo: first.Memo));

        var expected = Fixture.Text("rss/request-conditional.http").Split('\n');
        var sent = _rig.Stub.Seen[1].Headers;
        Assert.Contains($"If-None-Match: {sent["If-None-Match"]}", expected);
        Assert.Contains($"If-Modified-Since: {sent["If-Modified-Since"]}", expected);
        Assert.StartsWith("application/rss+xml, application/atom+xml", sent["Accept"], StringComparison.Ordinal);
        Assert.False(_rig.Stub.Seen[0].Headers.ContainsKey("If-None-Match"));
        Assert.Empty(second.Mentions);
        Assert.True(second.Conclusive);
        Assert.NotNull(second.NotBefore);
    }

    [Fact]
    public async Task Fetch_FeedGrew_GivesOnlyWhatIsNewWhateverItsDate()
    {
        var old = "<item><guid>b0</guid><title>Un</title><pubDate>Fri, 20 Nov 2026 08:00:00 GMT</pubDate></item>";
        var late = "<item><guid>b1</guid><title>Deux, antidaté</title><pubDate>Tue, 17 Nov 2026 08:00:00 GMT</pubDate></item>";
        _rig.Stub.On(Feed, () => Rss(old)).On(Feed, () => Rss(late + old)).On(Feed, () => Rss(late + old.Replace("Un", "Un, corrigé", StringComparison.Ordinal)));

        var first = await _rig.PageAsync(_rig.Request("rss", Feed));
        var second = await _rig.PageAsync(_rig.Request("rss", Feed, memo: first.Memo));
        var third = await _rig.PageAsync(_rig.Request("rss", Feed, memo: second.Memo));

        Assert.Equal("Un", Assert.Single(first.Mentions).Text);
        Assert.Equal("Deux, antidaté", Assert.Single(second.Mentions).Text);
        var corrected = Assert.Single(third.Mentions);
        Assert.Equal(first.Mentions[0].Id, corrected.Id);
        Assert.Equal("Un, corrigé", corrected.Text);
    }

    [Fact]
    public async Task Fetch_BrandQueryChanged_ReadsTheWholeFeedAgain()
    {
        _rig.Stub.On(Feed, () => Fixture.Http("rss/page-normal.http", "rss/rss2-page-normal.xml")).On(Feed, () => Fixture.Http("rss/page-normal.http", "rss/rss2-page-normal.xml"));
        var request = _rig.Request("rss", Feed);
        var first = await _rig.PageAsync(request);

        var second = await _rig.PageAsync(request with { Memo = first.Memo, Brand = request.Brand with { Query = "autre" } });

        Assert.Equal(2, second.Mentions.Count);
        Assert.False(_rig.Stub.Seen[1].Headers.ContainsKey("If-None-Match"));
    }

    [Fact]
    public async Task Fetch_UndatedItem_KeepsTheTimeWhenItWasFirstSeen()
    {
        _rig.Stub.On(Feed, () => Rss("<item><guid>u</guid><title>Sans date</title></item>"))
            .On(Feed, () => Rss("<item><guid>u</guid><title>Sans date, corrigé</title></item>"));
        var first = await _rig.PageAsync(_rig.Request("rss", Feed));
        _rig.Clock.Advance(TimeSpan.FromHours(5));

        var second = await _rig.PageAsync(_rig.Request("rss", Feed, memo: first.Memo));

        Assert.Equal(first.Mentions[0].CreatedAtUtc, Assert.Single(second.Mentions).CreatedAtUtc);
    }

    [Fact]
    public async Task Fetch_FutureDate_IsClampedToNow()
    {
        _rig.Stub.On(Feed, () => Rss("<item><guid>f</guid><title>Demain</title><pubDate>Sun, 01 Jan 2034 00:00:00 GMT</pubDate></item>"));

        var page = await _rig.PageAsync(_rig.Request("rss", Feed));

        Assert.Equal(_rig.Clock.GetUtcNow(), Assert.Single(page.Mentions).CreatedAtUtc);
    }

    [Fact]
    public async Task Fetch_PermanentRedirect_IsFollowedRememberedAndKeepsIds()
    {
        const string old = "https://ancien.example.fr/rss.xml";
        _rig.Stub.On(old, () => Fixture.Http("rss/redirect-301.http"))
            .On("https://presse.example.fr/feeds/une.xml", () => Fixture.Ok("rss/rss2-page-last.xml"))
            .On("https://presse.example.fr/feeds/une.xml", () => Fixture.Ok("rss/rss2-page-normal.xml"));

        var first = await _rig.PageAsync(_rig.Request("rss", old));
        var second = await _rig.PageAsync(_rig.Request("rss", old, memo: first.Memo));

        Assert.Equal("https://ancien.example.fr/rss.xml#https://presse.example.fr/a3", Assert.Single(first.Mentions).PlatformPostId);
        Assert.Equal(2, second.Mentions.Count);
        Assert.Equal(0, _rig.Stub.Left);
    }

    [Fact]
    public async Task Fetch_TemporaryRedirect_IsFollowedButNotRemembered()
    {
        _rig.Stub.On(Feed, () => Redirect(HttpStatusCode.Found, "https://cdn.example.fr/rss.xml"))
            .On("https://cdn.example.fr/rss.xml", () => Fixture.Ok("rss/rss2-page-last.xml"))
            .On(Feed, () => Fixture.Ok("rss/rss2-page-last.xml"));

        var first = await _rig.PageAsync(_rig.Request("rss", Feed));
        await _rig.PageAsync(_rig.Request("rss", Feed, memo: first.Memo));

        Assert.Equal(0, _rig.Stub.Left);
    }

    [Fact]
    public async Task Fetch_WebPage_FailsNamingTheFeedThatThePageNames()
    {
        _rig.Stub.On(Feed, () => Fixture.Http("rss/error-200-html-instead-of-feed.http"));

        var failure = await _rig.FailureAsync(_rig.Request("rss", Feed));

        Assert.Equal(FailureClass.Permanent, failure.Class);
        Assert.Contains("presse.example.fr answered a web page", failure.Message, StringComparison.Ordinal);
        Assert.Contains("https://presse.example.fr/feeds/une.xml", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_FeedServedAsHtml_IsRead()
    {
        _rig.Stub.On(Feed, () => Fixture.With(HttpStatusCode.OK, Fixture.Bytes("rss/rss2-page-last.xml"), "text/html"));

        Assert.Single((await _rig.PageAsync(_rig.Request("rss", Feed))).Mentions);
    }

    [Fact]
    public async Task Fetch_Throttled_GivesTheInstantOfRetryAfter()
    {
        _rig.Stub.On(Feed, () => Fixture.Http("rss/error-429.http"));

        var failure = await _rig.FailureAsync(_rig.Request("rss", Feed));

        Assert.Equal(FailureClass.Throttle, failure.Class);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 9, 30, 0, TimeSpan.Zero), failure.RetryAt);
    }

    [Theory]
    [InlineData("rss/error-401.http", FailureClass.Auth, "401")]
    [InlineData("rss/error-410-gone.http", FailureClass.Permanent, "410")]
    public async Task Fetch_Refused_SaysSo(string fixture, FailureClass expected, string code)
    {
        _rig.Stub.On(Feed, () => Fixture.Http(fixture));

        var failure = await _rig.FailureAsync(_rig.Request("rss", Feed));

        Assert.Equal(expected, failure.Class);
        Assert.Contains($"presse.example.fr answered {code}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_FeedGoneMissing_IsTransientForFiveDaysThenPermanent()
    {
        _rig.Stub.On(Feed, () => Fixture.Ok("rss/rss2-page-last.xml"));
        var memo = (await _rig.PageAsync(_rig.Request("rss", Feed))).Memo;
        var classes = new List<FailureClass>();
        foreach (var (days, known) in new[] { (1, memo), (5, memo), (0, null) })
        {
            _rig.Clock.Advance(TimeSpan.FromDays(days));
            _rig.Stub.On(Feed, () => Fixture.With(HttpStatusCode.NotFound, "", "text/plain"));
            classes.Add((await _rig.FailureAsync(_rig.Request("rss", Feed, memo: known))).Class);
        }

        Assert.Equal([FailureClass.Transient, FailureClass.Permanent, FailureClass.Permanent], classes);
    }

    [Fact]
    public async Task Fetch_NoAddress_SaysWhichSource()
    {
        var failure = await _rig.FailureAsync(_rig.Request("rss"));

        Assert.Contains("atlas/rss has no address", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_BrokenMemo_ReadsTheFeedWhole()
    {
        _rig.Stub.On(Feed, () => Fixture.Ok("rss/rss2-page-last.xml"));

        Assert.Single((await _rig.PageAsync(_rig.Request("rss", Feed, memo: "{\"k\":"))).Mentions);
    }

    [Fact]
    public async Task Fetch_VeryLongFeed_KeepsTheMemoWithin16KiB()
    {
        var items = string.Concat(Enumerable.Range(0, 3000).Select(i => $"<item><guid>g{i}</guid><title>t{i}</title></item>"));
        _rig.Stub.On(Feed, () => Rss(items));

        var page = await _rig.PageAsync(_rig.Request("rss", Feed));

        Assert.Equal(3000, page.Mentions.Count);
        Assert.InRange(Encoding.UTF8.GetByteCount(page.Memo!), 1000, 16 * 1024);
    }

    [Fact]
    public async Task Fetch_FeedKeyInTheAddress_NeverShows()
    {
        _rig.Stub.On(Feed, () => Fixture.Ok("rss/rss2-page-normal.xml")).On(Feed, () => Fixture.With(HttpStatusCode.Forbidden, ""));
        var request = _rig.Request("rss", Feed + "?key=S3CRET");

        var page = await _rig.PageAsync(request);
        var failure = await _rig.FailureAsync(request);

        Assert.All(page.Mentions, mention => Assert.DoesNotContain("S3CRET", mention.Id, StringComparison.Ordinal));
        Assert.DoesNotContain("S3CRET", page.Memo! + failure.Message + _rig.Log.AllText, StringComparison.Ordinal);
    }

    internal static HttpResponseMessage Rss(string items) =>
        Fixture.With(HttpStatusCode.OK, $"<rss version=\"2.0\"><channel><title>t</title><link>https://presse.example.fr/</link>{items}</channel></rss>", "application/rss+xml");

    internal static HttpResponseMessage Redirect(HttpStatusCode status, string location) =>
        new(status) { Headers = { { "Location", location } }, Content = new ByteArrayContent([]) };
}
