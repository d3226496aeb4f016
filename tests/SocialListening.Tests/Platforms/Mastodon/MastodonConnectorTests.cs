using System.Globalization;
using System.Net;
using SocialListening.Contracts;

namespace SocialListening.Tests.Platforms.Mastodon;

public sealed class MastodonConnectorTests : IDisposable
{
    private const string Server = "https://mastodon.example";
    private const string Tag = "https://mastodon.example/api/v1/timelines/tag/SolidariteAtlas?limit=40";
    private const string Search = "https://mastodon.example/api/v2/search?q=";

    private readonly PlatformRig _rig = new(("Mastodon:AccessToken", "FAKE-mastodon-user-token"));

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Fetch_HashtagFirstRun_GoesBackToTheStartOfTheWindow()
    {
        _rig.Stub.On(Tag, () => Fixture.Http("mastodon/tag-timeline-page-normal.http", "mastodon/tag-timeline-page-normal.json"))
            .On(Tag + "&max_id=117645126139904009", () => Fixture.Ok("mastodon/tag-timeline-page-empty.json"));
        var request = Hashtag();

        var first = await _rig.PageAsync(request);
        var last = await _rig.PageAsync(request with { PageToken = first.NextPageToken });

        Assert.True(first.NewestFirst);
        Assert.Equal(2, first.Mentions.Count);
        Assert.Empty(last.Mentions);
        Assert.Null(last.NextPageToken);
        Assert.Equal(first.Memo, last.Memo);
        Assert.Contains("117647872644218891", last.Memo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_HashtagLaterRun_GoesForwardFromTheOverlapToTheEmptyPage()
    {
        var start = (117647872644218891 - (600_000L << 16)).ToString(CultureInfo.InvariantCulture);
        _rig.Stub.On(Tag, () => Fixture.Ok("mastodon/tag-timeline-page-normal.json"))
            .On(Tag + "&max_id=", () => Statuses())
            .On(Tag + "&min_id=" + start, () => Statuses(("117647872644218891", "2026-11-20T08:41:12Z"), ("117647800000000000", "2026-11-20T08:23:00Z")))
            .On(Tag + "&min_id=117647872644218891", () => Statuses(("117647900000000001", "2026-11-20T08:48:10Z")))
            .On(Tag + "&min_id=117647900000000001", () => Statuses())
            .On(Tag + "&min_id=" + (117647900000000001 - (600_000L << 16)).ToString(CultureInfo.InvariantCulture), () => Statuses());
        var request = Hashtag();
        var back = await _rig.PageAsync(request);
        var done = await _rig.PageAsync(request with { PageToken = back.NextPageToken });

        var one = await _rig.PageAsync(request with { Memo = done.Memo });
        var two = await _rig.PageAsync(request with { Memo = done.Memo, PageToken = one.NextPageToken });
        var three = await _rig.PageAsync(request with { Memo = done.Memo, PageToken = two.NextPageToken });
        await _rig.PageAsync(request with { Memo = three.Memo });

        Assert.False(one.NewestFirst);
        Assert.Equal(2, one.Mentions.Count);
        Assert.Single(two.Mentions);
        Assert.Null(three.NextPageToken);
        Assert.Equal(0, _rig.Stub.Left);
    }

    [Fact]
    public async Task Fetch_HashtagRunCutShort_GoesOnWhereItStoppedWithoutReadingTheOverlapAgain()
    {
        _rig.Stub.On(Tag, () => Statuses(("117647872644218891", "2026-11-01T08:41:12Z")))
            .On(Tag + "&min_id=", () => Statuses(("117647900000000001", "2026-11-20T08:48:10Z")))
            .On(Tag + "&min_id=117647900000000001", () => Statuses());
        var request = Hashtag();
        var back = await _rig.PageAsync(request);

        var cut = await _rig.PageAsync(request with { Memo = back.Memo });
        await _rig.PageAsync(request with { Memo = cut.Memo });

        Assert.Null(back.NextPageToken);
        Assert.NotNull(cut.NextPageToken);
        Assert.Equal(0, _rig.Stub.Left);
    }

    [Fact]
    public async Task Fetch_HashtagOfAServerWithOtherIds_UsesTheOrderOfThePage()
    {
        _rig.Stub.On(Tag, () => Statuses(("AxyZ9", "2026-11-20T08:00:00Z"), ("BbbB1", "2026-11-20T07:00:00Z")))
            .On(Tag + "&max_id=BbbB1", () => Statuses())
            .On(Tag + "&min_id=AxyZ9", () => Statuses(("Aaaa1", "2026-11-20T09:00:00Z")));
        var request = Hashtag();

        var first = await _rig.PageAsync(request);
        var last = await _rig.PageAsync(request with { PageToken = first.NextPageToken });
        var later = await _rig.PageAsync(request with { Memo = last.Memo });

        Assert.Contains("Aaaa1", later.Memo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_SearchPage_ReadsEveryField()
    {
        _rig.Stub.On(Search, () => Fixture.Ok("mastodon/page-normal.json"));

        var page = await _rig.PageAsync(SearchRequest());

        var sent = _rig.Stub.Seen[0];
        Assert.Equal("\"Boréal Café\" in:public", sent.Query("q"));
        Assert.Equal("statuses", sent.Query("type"));
        Assert.Equal("Bearer FAKE-mastodon-user-token", sent.Headers["Authorization"]);
        var first = page.Mentions[0];
        Assert.Equal("mastodon:https://mastodon.example/users/maelle/statuses/117647872644218891", first.Id);
        Assert.Equal("https://mastodon.example/@maelle/117647872644218891", first.Permalink);
        Assert.Equal("maelle@mastodon.example", first.AuthorHandle);
        Assert.Equal("https://mastodon.example/users/maelle", first.AuthorId);
        Assert.Equal(412, first.AuthorFollowers);
        Assert.Equal("Bravo à Solidarité Atlas pour la collecte d'hier à Lyon : 1 240 colis distribués. On a besoin de bénévoles samedi ! #SolidaritéAtlas", first.Text);
        Assert.Equal("fr", first.Language);
        Assert.Equal((61L, 2L, 14L, 1L), (first.Likes!.Value, first.Replies!.Value, first.Reposts!.Value, first.Quotes!.Value));
        Assert.Equal(["image"], first.MediaTypes);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 8, 41, 12, 330, TimeSpan.Zero), first.CreatedAtUtc);
        Assert.Equal("tomreads@social.example.net", page.Mentions[1].AuthorHandle);
        var reply = page.Mentions[2];
        Assert.Equal(MentionKind.Reply, reply.Kind);
        Assert.Equal("117647769796608003", reply.ParentId);
        Assert.Equal("@tomreads Communiqué attendu à midi, presse.example.fr/solidarite-a", reply.Text);
        Assert.Equal(["link"], reply.MediaTypes);
        Assert.True(page.NewestFirst);
    }

    [Fact]
    public async Task Fetch_SearchPages_GoBackByTheOldestIdUntilAProvenEnd()
    {
        _rig.Stub.On(Search, () => Fixture.Ok("mastodon/page-last.json"))
            .On(Search, () => Fixture.Ok("mastodon/page-empty.json"))
            .On(Search, () => Fixture.Ok("mastodon/page-last.json"));
        var request = SearchRequest();

        var first = await _rig.PageAsync(request);
        var second = await _rig.PageAsync(request with { PageToken = first.NextPageToken });

        var quote = Assert.Single(first.Mentions);
        Assert.Equal(MentionKind.Quote, quote.Kind);
        Assert.Equal("https://social.example.net/users/tomreads/statuses/117647769796608003", quote.ParentId);
        Assert.Equal("117645126139904009", _rig.Stub.Seen[1].Query("max_id"));
        Assert.True(second.Conclusive);
        Assert.Null(second.NextPageToken);
        Assert.Equal("1", _rig.Stub.Seen[2].Query("limit"));
    }

    [Fact]
    public async Task Fetch_SearchGoesEmptyMidway_IsNotConclusive()
    {
        _rig.Stub.On(Search, () => Fixture.Ok("mastodon/page-last.json"))
            .On(Search, () => Fixture.Ok("mastodon/page-empty.json"))
            .On(Search, () => Fixture.Ok("mastodon/page-empty.json"));
        var request = SearchRequest();

        var first = await _rig.PageAsync(request);

        Assert.False((await _rig.PageAsync(request with { PageToken = first.NextPageToken })).Conclusive);
    }

    [Fact]
    public async Task Fetch_EmptySearch_IsNotConclusive()
    {
        _rig.Stub.On(Search, () => Fixture.Ok("mastodon/page-empty.json"));

        var page = await _rig.PageAsync(SearchRequest());

        Assert.False(page.Conclusive);
        Assert.Empty(page.Mentions);
    }

    [Fact]
    public async Task Fetch_SearchReachesTheWindowsStart_Stops()
    {
        _rig.Stub.On(Search, () => Fixture.Ok("mastodon/page-normal.json"));

        Assert.Null((await _rig.PageAsync(SearchRequest() with { Since = new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero) })).NextPageToken);
    }

    [Fact]
    public async Task Fetch_OddPage_ReadsSuspendedEditedAndForeignStatuses()
    {
        _rig.Stub.On(Search, () => Fixture.Ok("mastodon/page-odd.json"));

        var page = await _rig.PageAsync(SearchRequest());

        Assert.Equal(3, page.Mentions.Count);
        var ghost = page.Mentions[0];
        Assert.Equal("https://gone.example/users/ghost/statuses/117635914137600001", ghost.Permalink);
        Assert.Equal("account suspended", ghost.DeletionSignal);
        Assert.Null(ghost.AuthorDisplayName);
        Assert.Null(ghost.Language);
        Assert.Null(ghost.Quotes);
        Assert.Equal(MentionKind.Quote, ghost.Kind);
        var warned = page.Mentions[1];
        Assert.StartsWith("CW : long fil\n👩🏽‍🚒", warned.Text, StringComparison.Ordinal);
        Assert.Contains("\n1. Je résume", warned.Text, StringComparison.Ordinal);
        Assert.Equal(new DateTimeOffset(2026, 11, 18, 5, 42, 0, TimeSpan.Zero), warned.EditedAtUtc);
        var foreign = page.Mentions[2];
        Assert.Contains("<script>alert(1)</script> &amp; Solidarite\u0301 Atlas", foreign.Text, StringComparison.Ordinal);
        Assert.Equal(["unknown"], foreign.MediaTypes);
    }

    [Theory]
    [InlineData("""{"indexable":false}""", "public", 0)]
    [InlineData("""{"noindex":true}""", "public", 0)]
    [InlineData("""{"indexable":null}""", "public", 1)]
    [InlineData("""{}""", "unlisted", 0)]
    [InlineData("""{}""", "private", 0)]
    public async Task Fetch_AccountOptedOutOrPostNotPublic_IsLeftOut(string account, string visibility, int kept)
    {
        _rig.Stub.On(Tag, () => Fixture.With(HttpStatusCode.OK, $$"""[{"id":"5","uri":"u","created_at":"2026-11-20T08:00:00Z","content":"x","visibility":"{{visibility}}","account":{{account}}}]"""));

        var page = await _rig.PageAsync(Hashtag());

        Assert.Equal(kept, page.Mentions.Count);
        Assert.Empty(page.SkippedItems);
        Assert.NotNull(page.NextPageToken);
    }

    [Fact]
    public async Task Fetch_Boost_KeepsItsOwnIdAndTheInnerText()
    {
        _rig.Stub.On(Tag, () => Fixture.With(HttpStatusCode.OK, """[{"id":"5","uri":"https://a.example/5/activity","created_at":"2026-11-20T08:00:00Z","content":"","account":{"acct":"booster","uri":"b"},"reblog":{"id":"4","uri":"https://a.example/4","url":"https://a.example/@x/4","content":"<p>dedans</p>","account":{"acct":"x"}}}, {"id":"3"}]"""));

        var page = await _rig.PageAsync(Hashtag());

        var boost = Assert.Single(page.Mentions);
        Assert.Equal(MentionKind.Repost, boost.Kind);
        Assert.Equal("dedans", boost.Text);
        Assert.Equal("https://a.example/4", boost.ParentId);
        Assert.Equal("https://a.example/5/activity", boost.PlatformPostId);
        Assert.Equal("booster@mastodon.example", boost.AuthorHandle);
        Assert.Single(page.SkippedItems);
    }

    [Fact]
    public async Task Fetch_Throttled_WaitsForTheIsoResetOfThePlatform()
    {
        _rig.Stub.On(Search, () => Fixture.Http("mastodon/error-429.http", "mastodon/error-429.json"));

        var failure = await _rig.FailureAsync(SearchRequest());

        Assert.Equal(FailureClass.Throttle, failure.Class);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 9, 15, 0, TimeSpan.Zero).AddTicks(4126730), failure.RetryAt);
    }

    [Theory]
    [InlineData("mastodon/error-401.json")]
    [InlineData("mastodon/error-401-offset-needs-user.json")]
    public async Task Fetch_TokenRefused_NamesTheSetting(string fixture)
    {
        _rig.Stub.On(Search, () => Fixture.Status(401, fixture));

        var failure = await _rig.FailureAsync(SearchRequest());

        Assert.Equal(FailureClass.Auth, failure.Class);
        Assert.Contains("Mastodon:AccessToken", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("FAKE", failure.Message + _rig.Log.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_SearchWithoutToken_SaysWhatToSetAndCallsNothing()
    {
        using var rig = new PlatformRig();

        var failure = await rig.FailureAsync(rig.Request("mastodon", Server, "\"Boréal Café\"", "search"));

        Assert.Equal(FailureClass.Auth, failure.Class);
        Assert.Contains("set Mastodon:AccessToken", failure.Message, StringComparison.Ordinal);
        Assert.Empty(rig.Stub.Seen);
    }

    [Fact]
    public async Task Fetch_CredentialSettingOfTheSource_IsUsed()
    {
        using var rig = new PlatformRig(("OtherServer:AccessToken", "T2"), ("Mastodon:AccessToken", "T1"));
        rig.Stub.On(Tag, () => Statuses());
        var request = rig.Request("mastodon", Server, "SolidariteAtlas");

        await rig.PageAsync(request with { Source = request.Source with { CredentialSetting = "OtherServer" } });

        Assert.Equal("Bearer T2", rig.Stub.Seen[0].Headers["Authorization"]);
    }

    [Theory]
    [InlineData(null, "x", "has no address")]
    [InlineData("https://mastodon.example", "home", "has the mode home")]
    public async Task Fetch_BadSource_SaysWhichAndWhy(string? address, string mode, string words)
    {
        var failure = await _rig.FailureAsync(_rig.Request("mastodon", address, "x", mode));

        Assert.Equal(FailureClass.Permanent, failure.Class);
        Assert.Contains("source atlas/mastodon " + words, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[{"id":"1","created_at":""")]
    [InlineData("""{"error":"no list"}""")]
    public async Task Fetch_BrokenJson_IsTransientAndSaysSo(string body)
    {
        _rig.Stub.On(Tag, () => Fixture.With(HttpStatusCode.OK, body));

        var failure = await _rig.FailureAsync(Hashtag());

        Assert.Equal(FailureClass.Transient, failure.Class);
        Assert.Contains("mastodon.example answered JSON that is cut off", failure.Message, StringComparison.Ordinal);
    }

    private SocialListening.Platforms.FetchRequest Hashtag() => _rig.Request("mastodon", Server, "#SolidariteAtlas");

    private SocialListening.Platforms.FetchRequest SearchRequest() => _rig.Request("mastodon", Server, "\"Boréal Café\"");

    private static HttpResponseMessage Statuses(params (string Id, string At)[] statuses) => Fixture.With(
        HttpStatusCode.OK,
        "[" + string.Join(',', statuses.Select(s => $$"""{"id":"{{s.Id}}","uri":"https://mastodon.example/{{s.Id}}","created_at":"{{s.At}}","content":"x"}""")) + "]");
}
