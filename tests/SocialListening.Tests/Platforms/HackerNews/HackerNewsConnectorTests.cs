using System.Globalization;
using System.Net;
using SocialListening.Contracts;

namespace SocialListening.Tests.Platforms.HackerNews;

public sealed class HackerNewsConnectorTests : IDisposable
{
    private const string Search = "https://hn.algolia.com/api/v1/search_by_date?";

    private readonly PlatformRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Fetch_NormalPage_ReadsCommentAndStory()
    {
        _rig.Stub.On(Search, () => Fixture.Ok("hackernews/page-normal.json")).On(Search, () => Fixture.Ok("hackernews/page-last.json"));
        var request = _rig.Request("hackernews", terms: "\"Boréal Café\"");

        var page = await _rig.PageAsync(request);

        var comment = page.Mentions[0];
        Assert.Equal("hackernews:45990003", comment.Id);
        Assert.Equal("https://news.ycombinator.com/item?id=45990003", comment.Permalink);
        Assert.Equal("I emailed Boréal Café about the recall / got an answer in 2 hours.\nThey said: only 250g tins.", comment.Text);
        Assert.Equal(MentionKind.Reply, comment.Kind);
        Assert.Equal("45990002", comment.ParentId);
        Assert.Equal("45990001", comment.ConversationId);
        Assert.Null(comment.Likes);
        Assert.Null(comment.Replies);
        var story = page.Mentions[1];
        Assert.Equal(MentionKind.Post, story.Kind);
        Assert.Equal("Boréal Café publishes its supply-chain data\nhttps://borealcafe.example.org/data", story.Text);
        Assert.Equal(57, story.Likes);
        Assert.Equal(12, story.Replies);
        Assert.Equal(["link"], story.MediaTypes);
        Assert.Equal("maelle_b", story.AuthorHandle);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 8, 15, 3, TimeSpan.Zero), story.CreatedAtUtc);
        Assert.True(page.NewestFirst);

        var last = await _rig.PageAsync(request with { PageToken = page.NextPageToken });
        Assert.Contains("Is it true that", Assert.Single(last.Mentions).Text, StringComparison.Ordinal);
        Assert.Null(last.NextPageToken);
        Assert.Equal("\"Boréal Café\"", _rig.Stub.Seen[0].Query("query"));
        Assert.Equal("(story,comment,poll)", _rig.Stub.Seen[0].Query("tags"));
        Assert.Equal("1", _rig.Stub.Seen[1].Query("page"));
        Assert.Equal(_rig.Stub.Seen[0].Query("numericFilters"), _rig.Stub.Seen[1].Query("numericFilters"));
        var since = request.Since.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        Assert.StartsWith($"created_at_i>={since},created_at_i<", _rig.Stub.Seen[0].Query("numericFilters"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_NoTerms_AsksForTheBrandsQueryInThePlatformsSyntax()
    {
        _rig.Stub.On(Search, () => Fixture.Ok("hackernews/page-empty.json"));

        var page = await _rig.PageAsync(_rig.Request("hackernews"));

        Assert.Empty(page.Mentions);
        Assert.Null(page.NextPageToken);
        Assert.Equal("rendered for hackernews", _rig.Stub.Seen[0].Query("query"));
    }

    [Fact]
    public async Task Fetch_OddPage_KeepsTextWholeAndMissingCountersNull()
    {
        _rig.Stub.On(Search, () => Fixture.Ok("hackernews/page-odd.json"));

        var page = await _rig.PageAsync(_rig.Request("hackernews", terms: "x"));

        Assert.Equal(3, page.Mentions.Count);
        Assert.Equal(MentionKind.Comment, page.Mentions[0].Kind);
        Assert.StartsWith("👩🏽‍🚒🇫🇷☕️🫶🏿 Boréal Café 🧑‍🤝‍🧑💯 #BoréalCafé\nشكراً", page.Mentions[0].Text, StringComparison.Ordinal);
        Assert.Contains("\u202Eegassem tseT\u202C\n1. Je", page.Mentions[0].Text, StringComparison.Ordinal);
        Assert.Null(page.Mentions[1].Likes);
        Assert.Equal("[flagged] Boréal Café", page.Mentions[1].Text);
        Assert.Equal("Option A", page.Mentions[2].Text);
    }

    [Fact]
    public async Task Fetch_MoreHitsThanPagesReach_SlidesTheWindowToTheOldestHit()
    {
        _rig.Stub.On(Search, () => Hits(nbHits: 2500, nbPages: 1, 1795164000, 1795163000)).On(Search, () => Hits(nbHits: 1500, nbPages: 1, 1795163000, 1795163000)).On(Search, () => Hits(nbHits: 0, nbPages: 0));
        var request = _rig.Request("hackernews", terms: "x");

        var first = await _rig.PageAsync(request);
        var second = await _rig.PageAsync(request with { PageToken = first.NextPageToken });
        var third = await _rig.PageAsync(request with { PageToken = second.NextPageToken });

        Assert.Equal("1795163001:0", first.NextPageToken);
        Assert.Equal("1795163000:0", second.NextPageToken);
        Assert.Null(third.NextPageToken);
        Assert.EndsWith("created_at_i<1795163001", _rig.Stub.Seen[1].Query("numericFilters"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_ItemOfAnUnknownShape_IsSkippedAlone()
    {
        _rig.Stub.On(Search, () => Fixture.With(HttpStatusCode.OK, """{"hits":[{"objectID":7},"text",{"objectID":"8","created_at":"2026-11-20T08:00:00Z","title":12,"points":"many","_tags":[1]}],"nbPages":1}"""));

        var page = await _rig.PageAsync(_rig.Request("hackernews", terms: "x"));

        Assert.Equal("hackernews:8", Assert.Single(page.Mentions).Id);
        Assert.Equal(2, page.SkippedItems.Count);
    }

    [Fact]
    public async Task Fetch_ClockBehindThePlatform_NeverGivesAMentionFromTheFuture()
    {
        _rig.Stub.On(Search, () => Hits(1, 1, 1795199999));

        var page = await _rig.PageAsync(_rig.Request("hackernews", terms: "x"));

        Assert.Equal(_rig.Clock.GetUtcNow(), Assert.Single(page.Mentions).CreatedAtUtc);
    }

    [Fact]
    public async Task Fetch_BadQuery_IsPermanent()
    {
        _rig.Stub.On(Search, () => Fixture.Status(400, "hackernews/error-400.json"));

        var failure = await _rig.FailureAsync(_rig.Request("hackernews", terms: "x"));

        Assert.Equal(FailureClass.Permanent, failure.Class);
        Assert.Contains("hn.algolia.com answered 400", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_BlockedAddress_TellsTheOperatorToPollLess()
    {
        _rig.Stub.On(Search, () => Fixture.Http("hackernews/error-401-not-applicable.http"));

        var failure = await _rig.FailureAsync(_rig.Request("hackernews", terms: "x"));

        Assert.Equal(FailureClass.Permanent, failure.Class);
        Assert.Contains("may be blocked", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_Throttled_LeavesTheHostAloneForTheHourItAsked()
    {
        _rig.Stub.On(Search, () => Fixture.Http("hackernews/error-429.http"));

        var failure = await _rig.FailureAsync(_rig.Request("hackernews", terms: "x"));
        var again = await _rig.FailureAsync(_rig.Request("hackernews", terms: "y"));

        Assert.Equal(FailureClass.Throttle, failure.Class);
        Assert.Equal(_rig.Clock.GetUtcNow() + TimeSpan.FromHours(1), failure.RetryAt);
        Assert.Equal(FailureClass.Throttle, again.Class);
        Assert.Equal(failure.RetryAt, again.RetryAt);
        Assert.Single(_rig.Stub.Seen);
    }

    private static HttpResponseMessage Hits(int nbHits, int nbPages, params long[] times)
    {
        var hits = times.Select((time, i) => $$"""{"objectID":"{{i + 1}}","created_at_i":{{time}},"title":"t","_tags":["story"]}""");
        return Fixture.With(HttpStatusCode.OK, $$"""{"hits":[{{string.Join(',', hits)}}],"nbHits":{{nbHits}},"nbPages":{{nbPages}},"hitsPerPage":2}""");
    }
}
