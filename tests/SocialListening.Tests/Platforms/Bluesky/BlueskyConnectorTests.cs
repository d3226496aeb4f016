using System.Globalization;
using System.Net;
using System.Text.Json;
using SocialListening.Contracts;
using SocialListening.Platforms.Bluesky;

namespace SocialListening.Tests.Platforms.Bluesky;

public sealed class BlueskyConnectorTests : IDisposable
{
    private const string LogIn = "https://bsky.social/xrpc/com.atproto.server.createSession";
    private const string Pds = "https://example.us-east.host.bsky.network/xrpc/";
    private const string Search = Pds + "app.bsky.feed.searchPosts?q=";
    private const string Renew = Pds + "com.atproto.server.refreshSession";

    private readonly PlatformRig _rig = new(("Bluesky:Identifier", "veille.bsky.social"), ("Bluesky:AppPassword", "app-S3CRET"));

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Fetch_FirstCall_LogsInAndSearchesOnTheAccountsOwnServer()
    {
        _rig.Stub.On(LogIn, Session).On(Search, () => Fixture.Ok("bluesky/page-normal.json")).On(Search, () => Fixture.Ok("bluesky/page-last.json"));
        var request = Request();

        var page = await _rig.PageAsync(request);
        var last = await _rig.PageAsync(request with { PageToken = page.NextPageToken });

        var login = JsonDocument.Parse(_rig.Stub.Seen[0].Body).RootElement;
        Assert.Equal("veille.bsky.social", login.GetProperty("identifier").GetString());
        Assert.Equal("app-S3CRET", login.GetProperty("password").GetString());
        var sent = _rig.Stub.Seen[1];
        Assert.Equal("\"boréal café\"", sent.Query("q"));
        Assert.Equal("latest", sent.Query("sort"));
        Assert.Equal("100", sent.Query("limit"));
        Assert.Equal(request.Since, DateTimeOffset.Parse(sent.Query("since"), CultureInfo.InvariantCulture));
        Assert.StartsWith("Bearer eyJ0eXAiOiJhdCtqd3Qi", sent.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal("4", _rig.Stub.Seen[2].Query("cursor"));
        Assert.Equal(4, page.Mentions.Count);
        Assert.Equal(2, last.Mentions.Count);
        Assert.Null(last.NextPageToken);
        Assert.True(page.NewestFirst);
        Assert.Equal(["link"], last.Mentions[0].MediaTypes);
    }

    [Fact]
    public async Task Fetch_NormalPage_ReadsEveryField()
    {
        _rig.Stub.On(LogIn, Session).On(Search, () => Fixture.Ok("bluesky/page-normal.json"));

        var page = await _rig.PageAsync(Request());

        var first = page.Mentions[0];
        Assert.Equal("bluesky:at://did:plc:lkutf3wfp4svbbpk3iolg5dc/app.bsky.feed.post/3n2q6uhkksk2p", first.Id);
        Assert.Equal("https://bsky.app/profile/did:plc:lkutf3wfp4svbbpk3iolg5dc/post/3n2q6uhkksk2p", first.Permalink);
        Assert.Equal("maelle-benevole.example.com", first.AuthorHandle);
        Assert.Equal("Maëlle · bénévole", first.AuthorDisplayName);
        Assert.Equal("fr", first.Language);
        Assert.Equal(["image"], first.MediaTypes);
        Assert.Equal((57L, 3L, 12L, 1L), (first.Likes!.Value, first.Replies!.Value, first.Reposts!.Value, first.Quotes!.Value));
        Assert.Null(first.Views);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 8, 41, 12, 330, TimeSpan.Zero), first.CreatedAtUtc);
        Assert.Equal(first.PlatformPostId, first.ConversationId);
        var reply = page.Mentions[2];
        Assert.Equal(MentionKind.Reply, reply.Kind);
        Assert.Equal("at://did:plc:yrujtq5oe7txmamj7u3lr2te/app.bsky.feed.post/3n2oxtiogt22p", reply.ParentId);
        var quote = page.Mentions[3];
        Assert.Equal(MentionKind.Quote, quote.Kind);
        Assert.Equal("at://did:plc:yrujtq5oe7txmamj7u3lr2te/app.bsky.feed.post/3n2oxtiogt22p", quote.ParentId);
    }

    [Fact]
    public async Task Fetch_OddPage_BoundsTheAuthorsClockByTheTimeOfIndexing()
    {
        _rig.Stub.On(LogIn, Session).On(Search, () => Fixture.Ok("bluesky/page-odd.json"));

        var page = await _rig.PageAsync(Request());

        Assert.Equal(4, page.Mentions.Count);
        Assert.Null(page.Mentions[0].AuthorHandle);
        Assert.Null(page.Mentions[0].Likes);
        Assert.Equal(MentionKind.Quote, page.Mentions[0].Kind);
        Assert.Equal(new DateTimeOffset(2026, 11, 18, 5, 30, 11, TimeSpan.Zero), page.Mentions[1].CreatedAtUtc);
        Assert.Null(page.Mentions[1].AuthorDisplayName);
        Assert.Null(page.Mentions[1].Language);
        Assert.Equal("", page.Mentions[2].Text);
        Assert.Equal(["video"], page.Mentions[2].MediaTypes);
        Assert.Empty(page.Mentions[3].MediaTypes);
        Assert.Equal("8", page.NextPageToken);
    }

    [Fact]
    public async Task Fetch_EmptyPage_IsTheEnd()
    {
        _rig.Stub.On(LogIn, Session).On(Search, () => Fixture.Ok("bluesky/page-empty.json"));

        var page = await _rig.PageAsync(Request());

        Assert.Empty(page.Mentions);
        Assert.Null(page.NextPageToken);
        Assert.True(page.Conclusive);
    }

    [Fact]
    public async Task Fetch_ExpiredToken_IsRenewedOnceAndTheLoginKept()
    {
        _rig.Stub.On(LogIn, Session)
            .On(Search, () => Fixture.Status(400, "bluesky/error-400-expired-token.json"))
            .On(Renew, () => Session("ACCESS-2", "REFRESH-2"))
            .On(Search, () => Fixture.Ok("bluesky/page-empty.json"))
            .On(Search, () => Fixture.Ok("bluesky/page-empty.json"));

        await _rig.PageAsync(Request());
        await _rig.PageAsync(Request());

        Assert.StartsWith("Bearer eyJ0eXAiOiJyZWZyZXNoK2p3dCIs", _rig.Stub.Seen[2].Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal("Bearer ACCESS-2", _rig.Stub.Seen[3].Headers["Authorization"]);
        Assert.Equal("Bearer ACCESS-2", _rig.Stub.Seen[4].Headers["Authorization"]);
    }

    [Fact]
    public async Task Fetch_RefreshTokenRunOut_LogsInAnew()
    {
        _rig.Stub.On(LogIn, Session)
            .On(Search, () => Fixture.Status(401, "bluesky/error-401.json"))
            .On(Renew, () => Fixture.Status(400, "bluesky/error-400-expired-token.json"))
            .On(LogIn, () => Session("ACCESS-3", "REFRESH-3"))
            .On(Search, () => Fixture.Ok("bluesky/page-empty.json"));

        await _rig.PageAsync(Request());

        Assert.Equal("Bearer ACCESS-3", _rig.Stub.Seen[4].Headers["Authorization"]);
    }

    [Fact]
    public async Task Fetch_PasswordRefused_NamesTheSettingsAndIsNotTriedAgainForTenMinutes()
    {
        _rig.Stub.On(LogIn, () => Fixture.With(HttpStatusCode.Unauthorized, """{"error":"AuthenticationRequired","message":"Invalid identifier or password"}"""));

        var first = await _rig.FailureAsync(Request());
        var second = await _rig.FailureAsync(Request());
        _rig.Clock.Advance(TimeSpan.FromMinutes(10));
        _rig.Stub.On(LogIn, Session).On(Search, () => Fixture.Ok("bluesky/page-empty.json"));
        await _rig.PageAsync(Request());

        Assert.Equal(FailureClass.Auth, first.Class);
        Assert.Contains("check Bluesky:Identifier and Bluesky:AppPassword", first.Message, StringComparison.Ordinal);
        Assert.Equal(first, second);
        Assert.Equal(3, _rig.Stub.Seen.Count);
    }

    [Fact]
    public async Task Fetch_NoCredentials_SaysWhatToSetAndCallsNothing()
    {
        using var rig = new PlatformRig(("Bluesky:Identifier", "x"));

        var failure = await rig.FailureAsync(rig.Request("bluesky", terms: "x"));

        Assert.Equal(FailureClass.Auth, failure.Class);
        Assert.Contains("set Bluesky:Identifier and Bluesky:AppPassword", failure.Message, StringComparison.Ordinal);
        Assert.Empty(rig.Stub.Seen);
    }

    [Fact]
    public async Task Fetch_OtherServerClosed_FallsBackToTheAccountsServerWithoutShowingItTheToken()
    {
        const string open = "https://public.api.bsky.app/xrpc/app.bsky.feed.searchPosts";
        _rig.Stub.On(LogIn, Session).On(open, () => Fixture.Http("bluesky/error-403-proxy.http")).On(Search, () => Fixture.Ok("bluesky/page-normal.json"));

        var page = await _rig.PageAsync(_rig.Request("bluesky", "https://public.api.bsky.app", "x"));

        Assert.Equal(4, page.Mentions.Count);
        Assert.False(_rig.Stub.Seen[1].Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task Fetch_OwnServerForbids_IsPermanent()
    {
        _rig.Stub.On(LogIn, Session).On(Search, () => Fixture.Http("bluesky/error-403-proxy.http"));

        var failure = await _rig.FailureAsync(Request());

        Assert.Equal(FailureClass.Permanent, failure.Class);
        Assert.Contains("example.us-east.host.bsky.network answered 403 with a web page", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_CursorNoLongerKnown_AsksForANewRun()
    {
        const string invalid = """{"error":"InvalidRequest","message":"Invalid cursor format"}""";
        _rig.Stub.On(LogIn, Session).On(Search, () => Fixture.With(HttpStatusCode.BadRequest, invalid)).On(Search, () => Fixture.With(HttpStatusCode.BadRequest, invalid));

        var later = await _rig.FailureAsync(Request() with { PageToken = "4" });
        var first = await _rig.FailureAsync(Request());

        Assert.True(later.RestartRun);
        Assert.Equal(FailureClass.Transient, later.Class);
        Assert.False(first.RestartRun);
        Assert.Equal(FailureClass.Permanent, first.Class);
    }

    [Fact]
    public async Task Fetch_Throttled_WaitsAsLongAsRetryAfterSays()
    {
        _rig.Stub.On(LogIn, Session).On(Search, () => Fixture.Http("bluesky/error-429.http", "bluesky/error-429.json"));

        var failure = await _rig.FailureAsync(Request());

        Assert.Equal(FailureClass.Throttle, failure.Class);
        Assert.Equal(_rig.Clock.GetUtcNow() + TimeSpan.FromSeconds(143), failure.RetryAt);
    }

    [Theory]
    [InlineData("AccountTakedown", FailureClass.Permanent)]
    [InlineData("UpstreamFailure", FailureClass.Transient)]
    public async Task Fetch_NamedError_IsClassifiedByItsName(string error, FailureClass expected)
    {
        _rig.Stub.On(LogIn, Session).On(Search, () => Fixture.With(HttpStatusCode.BadRequest, $$"""{"error":"{{error}}"}"""));

        Assert.Equal(expected, (await _rig.FailureAsync(Request())).Class);
    }

    [Fact]
    public async Task Fetch_InactiveAccount_IsPermanent()
    {
        _rig.Stub.On(LogIn, () => Fixture.With(HttpStatusCode.OK, """{"did":"did:plc:x","accessJwt":"a","refreshJwt":"r","active":false}"""));

        Assert.Equal(FailureClass.Permanent, (await _rig.FailureAsync(Request())).Class);
    }

    [Fact]
    public async Task Fetch_ManyAtOnce_LogsInOnce()
    {
        _rig.Stub.On(LogIn, Session).On(Search, () => Fixture.Ok("bluesky/page-empty.json")).On(Search, () => Fixture.Ok("bluesky/page-empty.json")).On(Search, () => Fixture.Ok("bluesky/page-empty.json"));

        await Task.WhenAll(_rig.PageAsync(Request()), _rig.PageAsync(Request()), _rig.PageAsync(Request()));

        Assert.Single(_rig.Stub.Seen, request => request.Method == HttpMethod.Post);
    }

    [Fact]
    public async Task Fetch_PostOfAnUnknownShape_IsSkippedAlone()
    {
        _rig.Stub.On(LogIn, Session).On(Search, () => Fixture.With(HttpStatusCode.OK, """{"posts":[7,{"uri":"at://x/app.bsky.feed.post/1","author":{"did":"d"},"record":{"text":"\ud800","createdAt":"2026-11-20T08:00:00Z","langs":"fr"}},{"uri":"at://y"}]}"""));

        var page = await _rig.PageAsync(Request());

        Assert.Equal("", Assert.Single(page.Mentions).Text);
        Assert.Equal(2, page.SkippedItems.Count);
    }

    [Fact]
    public async Task Fetch_AnyOutcome_KeepsSecretsOutOfLogsAndTextForms()
    {
        _rig.Stub.On(LogIn, Session).On(Search, () => Fixture.Status(401, "bluesky/error-401.json")).On(Renew, () => Fixture.Status(401, "bluesky/error-401.json"))
            .On(LogIn, () => Fixture.Status(401, "bluesky/error-401.json"));

        var failure = await _rig.FailureAsync(Request());
        var text = failure + _rig.Log.AllText
            + new BlueskyAccount("Bluesky", new Uri("https://bsky.social/"), "id", "app-S3CRET")
            + new BlueskySession("did:plc:x", new Uri("https://bsky.social/"), "FAKE.ACCESS", "FAKE.REFRESH", true);

        Assert.DoesNotContain("S3CRET", text, StringComparison.Ordinal);
        Assert.DoesNotContain("FAKE", text, StringComparison.Ordinal);
        Assert.DoesNotContain("eyJ0", text, StringComparison.Ordinal);
    }

    private SocialListening.Platforms.FetchRequest Request() => _rig.Request("bluesky", terms: "\"boréal café\"");

    private static HttpResponseMessage Session() => Fixture.Ok("bluesky/auth-createsession.json");

    private static HttpResponseMessage Session(string access, string refresh) => Fixture.With(
        HttpStatusCode.OK,
        Fixture.Text("bluesky/auth-createsession.json")
            .Replace("eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJFUzI1NksifQ.FAKE.ACCESS", access, StringComparison.Ordinal)
            .Replace("eyJ0eXAiOiJyZWZyZXNoK2p3dCIsImFsZyI6IkVTMjU2SyJ9.FAKE.REFRESH", refresh, StringComparison.Ordinal));
}
