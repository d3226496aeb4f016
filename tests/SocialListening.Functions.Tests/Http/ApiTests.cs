using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using SocialListening.Contracts;
using SocialListening.Functions.Tests.EndToEnd;
using SocialListening.Insights;

namespace SocialListening.Functions.Tests.Http;

[Collection(ProcessCollection.Name)]
public sealed class ApiTests(ApiProcess api) : IClassFixture<ApiProcess>
{
    private const string Brand = "solidarite-atlas";

    /// <summary>The whole replay, from a start that is no whole hour.</summary>
    private const string Window = "from=2026-03-15T22:20:00Z&to=2026-03-24T00:00:00Z";

    [Fact]
    public async Task Definition_OfABrandFile_IsShownAndCannotBeChanged()
    {
        var definition = await api.JsonAsync("api/brands/boreal-cafe/definition");
        using var put = await api.SendAsync(HttpMethod.Put, "api/brands/boreal-cafe/definition", definition.GetRawText(), key: "local-admin");
        using var delete = await api.SendAsync(HttpMethod.Delete, "api/brands/boreal-cafe/definition", key: "local-admin");

        Assert.Equal("Boréal Café", definition.GetProperty("name").GetString());
        foreach (var refused in (HttpResponseMessage[])[put, delete])
        {
            Assert.Equal(HttpStatusCode.MethodNotAllowed, refused.StatusCode);
            Assert.Equal(["GET"], refused.Content.Headers.Allow);
            Assert.Contains("Brands:Source", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(404, (await api.GetAsync("api/brands/nobody/definition")).Status);
    }

    [Fact]
    public async Task Health_WithoutKey_IsRefused() => Assert.Equal(401, (await api.GetAsync("api/health", key: null)).Status);

    [Fact]
    public async Task Health_WithKey_ListsSourcesAndQueues()
    {
        var (status, _, body) = await api.GetAsync("api/health");

        Assert.Equal(200, status);
        var health = JsonDocument.Parse(body).RootElement;
        Assert.Equal("ok", health.GetProperty("status").GetString());
        Assert.Equal(2026, health.GetProperty("nowUtc").GetDateTimeOffset().Year);
        var sources = health.GetProperty("sources").EnumerateArray().ToArray();
        Assert.Equal(api.Stored.Mentions.Select(mention => mention.SourceId).Distinct().Order(), sources.Select(source => source.GetProperty("sourceId").GetString()));
        Assert.All(sources, source => Assert.Equal("ok", source.GetProperty("status").GetString()));
        Assert.All(sources, source => Assert.InRange(source.GetProperty("lagSeconds").GetDouble(), 0, 3_600));
        var queues = health.GetProperty("queues").EnumerateArray().ToArray();
        Assert.Equal(QueueNames.All, queues.Select(queue => queue.GetProperty("queue").GetString()!));
        Assert.All(queues, queue => Assert.Equal((0, 0), (queue.GetProperty("messages").GetInt64(), queue.GetProperty("poisoned").GetInt64())));
    }

    [Fact]
    public async Task Timeline_WithTerms_ListsTheKeyPhrasesOfEachDay()
    {
        var window = "from=2026-03-15T00:00:00Z&to=2026-03-24T00:00:00Z&interval=1d&terms=5";
        var timeline = await api.JsonAsync($"api/brands/solidarite-atlas/timeline?{window}");

        Assert.Empty(new ApiSchemas(await api.JsonAsync("api/openapi.json")).Compare("/api/brands/{brandId}/timeline", timeline));
        var days = timeline.GetProperty("points").EnumerateArray().Where(point => point.TryGetProperty("terms", out _)).ToArray();
        Assert.InRange(days.Length, 5, 9);
        foreach (var day in days)
        {
            var start = day.GetProperty("start").GetDateTimeOffset();
            var stored = api.Stored.Mentions.Where(mention => mention.BrandId == "solidarite-atlas" && mention.Mention.CreatedAtUtc >= start && mention.Mention.CreatedAtUtc < start.AddDays(1)).ToArray();
            Assert.All(day.GetProperty("terms").EnumerateArray(), term => Assert.InRange(
                stored.Count(mention => mention.Score.KeyPhrases.Take(5).Contains(term.GetProperty("text").GetString(), StringComparer.InvariantCultureIgnoreCase)),
                term.GetProperty("mentions").GetInt32(),
                term.GetProperty("atMost").GetInt32()));
        }

        Assert.Equal(400, (await api.GetAsync("api/brands/solidarite-atlas/timeline?interval=5m&terms=5")).Status);
    }

    [Fact]
    public async Task Brands_WithKey_ListsEachWithItsSources()
    {
        var brands = (await api.JsonAsync("api/brands")).GetProperty("brands").EnumerateArray().ToArray();

        Assert.Equal(["boreal-cafe", "solidarite-atlas"], brands.Select(brand => brand.GetProperty("id").GetString()!));
        Assert.Equal(["Boréal Café", "Solidarité Atlas"], brands.Select(brand => brand.GetProperty("name").GetString()!));
        Assert.All(brands, brand => Assert.Equal("Europe/Paris", brand.GetProperty("timeZone").GetString()));
        Assert.All(brands, brand => Assert.NotEmpty(brand.GetProperty("sources").EnumerateArray()));
    }

    [Fact]
    public async Task Summary_OfAWindow_CountsWhatIsStoredInItAndBefore()
    {
        var summary = await api.JsonAsync($"api/brands/{Brand}?from=2026-03-18T00:00:00Z&to=2026-03-20T00:00:00Z");

        var now = Rollups(18, 20);
        var before = Rollups(16, 18);
        Assert.Equal(now.Sum(rollup => rollup.Total), Total(summary.GetProperty("mentions")));
        Assert.Equal(now.Sum(rollup => rollup.Negative), summary.GetProperty("mentions").GetProperty("negative").GetInt32());
        Assert.Equal(before.Sum(rollup => rollup.Total), Total(summary.GetProperty("before")));
        Assert.Equal(now.Sum(rollup => rollup.Total), summary.GetProperty("platforms").EnumerateObject().Sum(platform => Total(platform.Value)));
        Assert.Equal(now.Sum(rollup => rollup.Total), summary.GetProperty("languages").EnumerateObject().Sum(language => language.Value.GetInt32()));

        Assert.Equal(now.Sum(rollup => rollup.Toxic), summary.GetProperty("toxic").GetInt32());
        Assert.Equal(
            now.SelectMany(rollup => rollup.ByIntent).GroupBy(pair => pair.Key).Select(group => (group.Key, group.Sum(pair => pair.Value))).Order(),
            summary.GetProperty("intents").EnumerateObject().Select(intent => (intent.Name, intent.Value.GetInt32())));
        Assert.NotEmpty(summary.GetProperty("intents").EnumerateObject());

        // Every source was down for two of the 48 hours, and read them later.
        Assert.InRange(summary.GetProperty("completeness").GetDouble(), 0.9, 1);
    }

    // Counts are kept by five minutes and mentions to the second: both must tell of the same window.
    [Theory]
    [InlineData("2026-03-18T09:07:31Z", "2026-03-18T17:53:02Z")]
    [InlineData("2026-03-18T00:00:00Z", "2026-03-19T00:00:00Z")]
    [InlineData("2026-03-17T06:01:00%2B01:00", "2026-03-17T21:30:30")]
    public async Task Window_OfAnyEnds_IsTheSameInEveryAnswer(string from, string to)
    {
        var query = $"from={from}&to={to}";
        var summary = await api.JsonAsync($"api/brands/{Brand}?{query}");
        var (start, end) = (summary.GetProperty("from").GetString()!, summary.GetProperty("to").GetString()!);
        var mentions = await api.JsonAsync($"api/brands/{Brand}/mentions?limit=1000&from={Uri.EscapeDataString(start)}&to={Uri.EscapeDataString(end)}");
        var timeline = await api.JsonAsync($"api/brands/{Brand}/timeline?interval=5m&{query}");

        var total = Total(summary.GetProperty("mentions"));
        Assert.InRange(total, 20, 999);
        Assert.Equal(total, mentions.GetProperty("mentions").GetArrayLength());
        Assert.Equal((start, end), (timeline.GetProperty("from").GetString(), timeline.GetProperty("to").GetString()));
        Assert.Equal(total, timeline.GetProperty("points").EnumerateArray().Sum(point => Total(point.GetProperty("mentions"))));
        foreach (var route in (string[])["terms", "stories"])
        {
            var report = await api.JsonAsync($"api/brands/{Brand}/{route}?{query}");
            Assert.Equal((total, total), (report.GetProperty("mentions").GetInt32(), report.GetProperty("mentionsRead").GetInt32()));
        }
    }

    [Fact]
    public async Task Timeline_ThatEndsWithinAnInterval_IsAsCompleteAsWhatItHolds()
    {
        var timeline = await api.JsonAsync($"api/brands/{Brand}/timeline?from=2026-03-17T00:00:00Z&to=2026-03-17T12:20:00Z");

        var last = timeline.GetProperty("points").EnumerateArray().Last();
        Assert.Equal("2026-03-17T12:00:00+00:00", last.GetProperty("start").GetString());
        Assert.Equal(1, last.GetProperty("completeness").GetDouble());
    }

    [Theory]
    [InlineData("5m", 5)]
    [InlineData("1h", 60)]
    [InlineData("1d", 1_440)]
    public async Task Timeline_OfTheWholeReplay_SumsToTheRollupsAndHoldsEmptyIntervals(string interval, int minutes)
    {
        var timeline = await api.JsonAsync($"api/brands/{Brand}/timeline?{Window}&interval={interval}");

        var points = timeline.GetProperty("points").EnumerateArray().ToArray();
        var starts = points.Select(point => point.GetProperty("start").GetDateTimeOffset()).ToArray();
        Assert.Equal(minutes, timeline.GetProperty("intervalMinutes").GetInt32());
        Assert.True(starts[0] <= new DateTimeOffset(2026, 3, 15, 22, 20, 0, TimeSpan.Zero));
        Assert.All(starts.Zip(starts.Skip(1)), pair => Assert.Equal(TimeSpan.FromMinutes(minutes), pair.Second - pair.First));
        Assert.Equal(new DateTimeOffset(2026, 3, 24, 0, 0, 0, TimeSpan.Zero), starts[^1].AddMinutes(minutes));
        foreach (var point in points)
        {
            var start = point.GetProperty("start").GetDateTimeOffset();
            var expected = api.Stored.Rollups.Where(rollup => rollup.BrandId == Brand && rollup.Start >= start && rollup.Start < start.AddMinutes(minutes)).ToArray();
            var counts = point.GetProperty("mentions");
            Assert.Equal(
                (expected.Sum(r => r.Total), expected.Sum(r => r.Negative), expected.Sum(r => r.Neutral), expected.Sum(r => r.Positive)),
                (Total(counts), counts.GetProperty("negative").GetInt32(), counts.GetProperty("neutral").GetInt32(), counts.GetProperty("positive").GetInt32()));
            Assert.Equal(Total(counts), point.GetProperty("platforms").EnumerateObject().Sum(platform => Total(platform.Value)));
            Assert.InRange(point.GetProperty("completeness").GetDouble(), 0, 1);
        }

        Assert.Contains(points, point => Total(point.GetProperty("mentions")) == 0);
        Assert.InRange(points[0].GetProperty("completeness").GetDouble(), 0, 0.99);
        Assert.Contains(points, point => point.GetProperty("completeness").GetDouble() == 1);
    }

    [Fact]
    public async Task Timeline_ByMinuteFromWithinABucket_SumsToTheBucketsBehind()
    {
        var first = api.Stored.Rollups.Where(rollup => rollup.BrandId == Brand).ElementAt(20).Start;
        var timeline = await api.JsonAsync($"api/brands/{Brand}/timeline?from={first.AddMinutes(-3):yyyy-MM-ddTHH:mm:ssZ}&to={first.AddHours(16):yyyy-MM-ddTHH:mm:ssZ}&interval=1m");
        var totals = timeline.GetProperty("points").EnumerateArray().Select(point => Total(point.GetProperty("mentions"))).ToArray();
        Assert.Equal((16 * 60) + 3, totals.Length);
        var buckets = totals.Skip(3).Chunk(5).Select(minutes => minutes.Sum()).ToArray();
        var expected = Enumerable.Range(0, buckets.Length).Select(i => api.Stored.Rollups.Where(rollup => rollup.BrandId == Brand && rollup.Start == first.AddMinutes(5 * i)).Sum(rollup => rollup.Total));
        Assert.Equal(expected, buckets);
        Assert.True(buckets.Sum() > 0, "the window holds no mention");
    }

    [Fact]
    public async Task Mentions_FollowingTheCursor_GivesEachExactlyOnceNewestFirst()
    {
        var expected = api.Stored.Mentions.Where(mention => mention.BrandId == Brand).Select(mention => MentionId.Of(mention.Mention.Platform, mention.Mention.PlatformPostId)).ToArray();
        var seen = new List<string>();
        var times = new List<DateTimeOffset>();
        string? cursor = null;
        do
        {
            var page = await api.JsonAsync($"api/brands/{Brand}/mentions?limit=97" + (cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}"));
            var mentions = page.GetProperty("mentions").EnumerateArray().Select(mention => mention.GetProperty("mention")).ToArray();
            Assert.InRange(mentions.Length, 1, 97);
            seen.AddRange(mentions.Select(mention => MentionId.Of(mention.GetProperty("platform").GetString()!, mention.GetProperty("platformPostId").GetString()!)));
            times.AddRange(mentions.Select(mention => mention.GetProperty("createdAtUtc").GetDateTimeOffset()));
            cursor = page.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
        }
        while (cursor is not null && seen.Count <= expected.Length);

        Assert.Equal(expected, seen);
        Assert.Equal(times.OrderDescending(), times);
    }

    [Theory]
    [InlineData("platform=bluesky")]
    [InlineData("sentiment=negative")]
    [InlineData("language=en")]
    [InlineData("language=EN&platform=X")]
    [InlineData("intent=complaint&platform=x")]
    [InlineData("minToxicity=0.3")]
    [InlineData("from=2026-03-18T00:00:00Z&to=2026-03-19T00:00:00Z")]
    [InlineData("platform=x&sentiment=Positive&language=fr&from=2026-03-17T00:00:00%2B02:00")]
    public async Task Mentions_WithFilters_GivesThoseThatMatch(string filter)
    {
        var asked = QueryHelpers.ParseQuery(filter);
        var expected = api.Stored.Mentions.Where(mention => mention.BrandId == Brand
            && (!asked.TryGetValue("platform", out var platform) || string.Equals(mention.Mention.Platform, platform, StringComparison.OrdinalIgnoreCase))
            && (!asked.TryGetValue("sentiment", out var sentiment) || string.Equals(mention.Sentiment.ToString(), sentiment, StringComparison.OrdinalIgnoreCase))
            && (!asked.TryGetValue("language", out var language) || string.Equals(mention.Score.Language, language, StringComparison.OrdinalIgnoreCase))
            && (!asked.TryGetValue("intent", out var intent) || mention.Score.Intents.Contains(intent.ToString()))
            && (!asked.TryGetValue("minToxicity", out var toxicity) || mention.Score.Toxicity >= float.Parse(toxicity!, CultureInfo.InvariantCulture))
            && (!asked.TryGetValue("from", out var from) || mention.Mention.CreatedAtUtc >= DateTimeOffset.Parse(from!, CultureInfo.InvariantCulture))
            && (!asked.TryGetValue("to", out var to) || mention.Mention.CreatedAtUtc < DateTimeOffset.Parse(to!, CultureInfo.InvariantCulture)));

        var page = await api.JsonAsync($"api/brands/{Brand}/mentions?limit=1000&{filter}");

        var ids = page.GetProperty("mentions").EnumerateArray().Select(mention => mention.GetProperty("mention").GetProperty("platformPostId").GetString());
        Assert.Equal(expected.Select(mention => mention.Mention.PlatformPostId), ids);
        Assert.NotEmpty(ids);
    }

    [Fact]
    public async Task Terms_OfTheBusiestDay_CountPostsInPhrases()
    {
        var from = new DateTimeOffset(api.Stored.Mentions.Where(mention => mention.BrandId == Brand).GroupBy(mention => mention.Mention.CreatedAtUtc.Date).MaxBy(day => day.Count())!.Key, TimeSpan.Zero);
        var to = from.AddDays(1);

        var report = await api.JsonAsync($"api/brands/{Brand}/terms?from={from:yyyy-MM-ddTHH:mm:ssZ}&to={to:yyyy-MM-ddTHH:mm:ssZ}&limit=10");

        var stored = api.Stored.Mentions.Count(mention => mention.BrandId == Brand && mention.Mention.CreatedAtUtc >= from && mention.Mention.CreatedAtUtc < to);
        Assert.Equal(stored, report.GetProperty("mentionsRead").GetInt32());
        var rising = report.GetProperty("rising").EnumerateArray().ToArray();
        var top = report.GetProperty("top").EnumerateArray().ToArray();
        Assert.InRange(rising.Length, 0, 10);
        Assert.Equal(10, top.Length);
        Assert.All(rising, term => Assert.InRange(term.GetProperty("lift").GetDouble(), 1, double.MaxValue));
        Assert.All(rising.Concat(top), term => Assert.Equal(term.GetProperty("mentions").GetInt32(), Tones(term)));
        Assert.DoesNotContain(rising.Concat(top), term => string.Equals(term.GetProperty("text").GetString(), "Solidarité Atlas", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Stories_OfTheWholeReplay_HoldEachPostOnce()
    {
        var report = await api.JsonAsync($"api/brands/{Brand}/stories?{Window}&limit=100");

        var stories = report.GetProperty("stories").EnumerateArray().ToArray();
        Assert.NotEmpty(stories);
        Assert.Equal(report.GetProperty("mentionsRead").GetInt32(), report.GetProperty("alone").GetInt32() + stories.Sum(story => story.GetProperty("posts").GetInt32()));
        Assert.Equal(Math.Min(100, report.GetProperty("count").GetInt32()), stories.Length);
        Assert.All(stories, story => Assert.Equal(story.GetProperty("posts").GetInt32(), Tones(story)));
        Assert.All(stories, story => Assert.InRange(story.GetProperty("title").GetString()!.Length, 1, 140));
        Assert.All(stories, story => Assert.Contains(api.Stored.Mentions, mention => mention.Mention.Id == story.GetProperty("central")[0].GetString()));
    }

    private static int Tones(JsonElement term) =>
        term.GetProperty("negative").GetInt32() + term.GetProperty("neutral").GetInt32() + term.GetProperty("positive").GetInt32();

    [Fact]
    public async Task Alerts_OfEachBrand_AreThoseThatAreStored()
    {
        foreach (var brand in StoredResult.Brands)
        {
            var stored = api.Stored.Alerts.Where(alert => alert.BrandId == brand).ToArray();
            Assert.Equal(stored.Select(alert => alert.Id), await AlertIdsAsync(brand, ""));
            Assert.Equal(stored.Where(alert => alert.Status == AlertStatus.Open).Select(alert => alert.Id), await AlertIdsAsync(brand, "?status=open"));
            Assert.Equal(stored.Where(alert => alert.Status == AlertStatus.Ended).Take(1).Select(alert => alert.Id), await AlertIdsAsync(brand, "?status=ended&limit=1"));
        }

        Assert.NotEmpty(api.Stored.Alerts);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/timeline")]
    [InlineData("/terms")]
    [InlineData("/stories")]
    [InlineData("/mentions")]
    [InlineData("/alerts")]
    public async Task AnyRoute_UnknownBrand_AnswersProblemThatSaysWhereBrandsAre(string route)
    {
        var problem = await ProblemAsync($"api/brands/no-such-brand{route}", 404);

        Assert.Contains("no-such-brand", problem, StringComparison.Ordinal);
        Assert.Contains("/api/brands", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?from=yesterday", "'from'", "ISO 8601")]
    [InlineData("?from=2026-03-20T00:00:00Z&to=2026-03-19T00:00:00Z", "'from'", "before 'to'")]
    [InlineData("?from=2025-01-01T00:00:00Z&to=2026-03-19T00:00:00Z", "window", "93 days")]
    [InlineData("?to=0001-01-01", "'to'", "2000 to 2100")]
    [InlineData("/terms?from=0001-01-01&to=0001-01-02", "'from'", "2000 to 2100")]
    [InlineData("/timeline?from=9999-12-31&to=9999-12-31T23:59:59Z", "'to'", "2000 to 2100")]
    [InlineData("/timeline?interval=5m&terms=3", "'terms'", "1h or 1d")]
    [InlineData("/mentions?from=2026-03-21&to=2026-03-20", "'from'", "before 'to'")]
    [InlineData("/mentions?language=french", "'language'", "such as fr")]
    [InlineData("/timeline?interval=2h", "'interval'", "5m, 1h, 1d")]
    [InlineData("/timeline?interval=5m&from=2026-01-01T00:00:00Z&to=2026-03-19T00:00:00Z", "window", "14 days")]
    [InlineData("/timeline?to=20-03-2026T", "'to'", "ISO 8601")]
    [InlineData("/terms?limit=101", "'limit'", "1 to 100")]
    [InlineData("/stories?from=2026-01-01T00:00:00Z&to=2026-03-19T00:00:00Z", "window", "31 days")]
    [InlineData("/mentions?limit=0", "'limit'", "1 to 1000")]
    [InlineData("/mentions?limit=many", "'limit'", "1 to 1000")]
    [InlineData("/mentions?sentiment=angry", "'sentiment'", "negative, neutral, positive")]
    [InlineData("/mentions?intent=shout", "'intent'", "question, request")]
    [InlineData("/mentions?minToxicity=2", "'minToxicity'", "0 to 1")]
    [InlineData("/mentions?minToxicity=-0.1", "'minToxicity'", "0 to 1")]
    [InlineData("/mentions?platform=myspace", "'platform'", "bluesky")]
    [InlineData("/mentions?cursor=%00%27%3B--", "'cursor'", "nextCursor")]
    [InlineData("/mentions?cursor=bm9wZQ", "'cursor'", "nextCursor")]
    [InlineData("/mentions?cursor=OTk5OTk5OTk5OTk5OTk5OTk5OXx4", "'cursor'", "nextCursor")]
    [InlineData("/mentions?from=x&limit=-1", "'from'", "'limit'")]
    [InlineData("/alerts?status=closed", "'status'", "open, ended")]
    [InlineData("/alerts?limit=1001", "'limit'", "1 to 1000")]
    public async Task AnyRoute_BadParameter_AnswersProblemThatNamesItAndWhatItMustBe(string route, string name, string must)
    {
        var problem = await ProblemAsync($"api/brands/{Brand}{route}", 400);

        Assert.Contains(name, problem, StringComparison.Ordinal);
        Assert.Contains(must, problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mentions_CursorWithSqlInIt_IsAPlaceLikeAnyOther()
    {
        var cursor = CursorText.Write(new(new DateTimeOffset(2026, 3, 19, 0, 0, 0, TimeSpan.Zero), "'; DROP TABLE mention; --"));

        var page = await api.JsonAsync($"api/brands/{Brand}/mentions?limit=1000&cursor={cursor}");

        Assert.NotEmpty(page.GetProperty("mentions").EnumerateArray());
        Assert.NotEmpty((await api.JsonAsync($"api/brands/{Brand}/mentions")).GetProperty("mentions").EnumerateArray());
    }

    [Theory]
    [InlineData("api/brands", null)]
    [InlineData("api/brands", "wrong")]
    [InlineData("api/brands/solidarite-atlas", null)]
    [InlineData("api/brands/solidarite-atlas/timeline", null)]
    [InlineData("api/brands/solidarite-atlas/terms", null)]
    [InlineData("api/brands/solidarite-atlas/stories", null)]
    [InlineData("api/brands/solidarite-atlas/mentions", null)]
    [InlineData("api/brands/solidarite-atlas/alerts", "")]
    public async Task AnyRoute_WithoutItsKey_Answers401(string address, string? key)
    {
        var (status, _, body) = await api.GetAsync(address, key);

        Assert.Equal(401, status);
        Assert.Empty(body);
    }

    private async Task<string> ProblemAsync(string address, int expected)
    {
        var (status, mediaType, body) = await api.GetAsync(address);
        Assert.True(status == expected, $"{address} answered {status}: {body}");
        Assert.Equal("application/problem+json", mediaType);
        var problem = JsonDocument.Parse(body).RootElement;
        Assert.Equal(expected, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        return problem.GetProperty("detail").GetString()!;
    }

    private async Task<string[]> AlertIdsAsync(string brand, string query) =>
        [.. (await api.JsonAsync($"api/brands/{brand}/alerts{query}")).GetProperty("alerts").EnumerateArray().Select(alert => alert.GetProperty("id").GetString()!)];

    private static int Total(JsonElement counts) => counts.GetProperty("total").GetInt32();

    private RollupDocument[] Rollups(int fromDay, int toDay) =>
        [.. api.Stored.Rollups.Where(rollup => rollup.BrandId == Brand && rollup.Start.Month == 3 && rollup.Start.Day >= fromDay && rollup.Start.Day < toDay)];
}
