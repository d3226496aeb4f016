using SocialListening.Contracts;
using SocialListening.Platforms;
using SocialListening.Platforms.Replay;

namespace SocialListening.Tests.Replay;

public sealed class ReplayConnectorTests
{
    private static readonly ReplayTimeline Timeline = new();
    private static readonly DateTimeOffset Peak = Timeline.Events.Single(e => e.Kind == ReplayEventKind.Peak).From;

    [Fact]
    public async Task Fetch_Window_GivesWhatWasMadeInItNewestFirst()
    {
        (DateTimeOffset since, DateTimeOffset until) = (Peak, Peak.AddHours(1));
        Mention[] found = await ReadAllAsync(At(Timeline.CompleteAt), "x", since, until);
        Mention[] expected = Timeline.Mentions("solidarite-atlas").Where(m => m.Platform == "x" && m.CreatedAtUtc >= since && m.CreatedAtUtc < until).ToArray();
        Assert.True(expected.Length > 50);
        Assert.Equal(expected.Select(m => m.Id).Order(StringComparer.Ordinal), found.Select(m => m.Id).Order(StringComparer.Ordinal));
        Assert.Equal(found.Select(m => m.CreatedAtUtc).OrderDescending(), found.Select(m => m.CreatedAtUtc));
    }

    [Fact]
    public async Task Fetch_NothingFromTheFuture_IsShown()
    {
        DateTimeOffset now = Peak.AddMinutes(30);
        Mention[] found = await ReadAllAsync(At(now), "all", Timeline.Start, null);
        Assert.All(found, m => Assert.True(m.CreatedAtUtc <= now));
        Assert.NotEmpty(found);
    }

    [Fact]
    public async Task Fetch_LatePosts_AreShownWithinTheOverlap()
    {
        DateTimeOffset now = Peak.AddHours(2);
        HashSet<string> early = (await ReadAllAsync(At(now), "all", now.AddHours(-1), now)).Select(m => m.Id).ToHashSet();
        Mention[] later = await ReadAllAsync(At(now.AddMinutes(5)), "all", now.AddHours(-1), now);
        Mention[] late = later.Where(m => !early.Contains(m.Id)).ToArray();
        Assert.NotEmpty(late);
        ReplayConnector connector = At(now);
        Assert.All(late, m => Assert.True(m.CreatedAtUtc >= now - connector.Overlap));
    }

    [Fact]
    public async Task Fetch_SecondPageAfterTimeMovedOn_ContinuesTheFirst()
    {
        ManualTime time = new(Peak.AddHours(6));
        ReplayConnector connector = new(Timeline, time);
        List<Mention> found = [];
        string? token = null;
        int pages = 0;
        do
        {
            FetchPage page = Assert.IsType<FetchPage>(await connector.FetchAsync(Request("all", Peak, null, token), default));
            Assert.True(page.Mentions.Count <= ReplayConnector.PageSize);
            found.AddRange(page.Mentions);
            token = page.NextPageToken;
            time.Now += TimeSpan.FromMinutes(7);
            pages++;
        }
        while (token is not null);

        Mention[] atOnce = await ReadAllAsync(At(Peak.AddHours(6)), "all", Peak, null);
        Assert.True(pages > 5);
        Assert.Equal(atOnce.Select(m => m.Id), found.Select(m => m.Id));
    }

    [Fact]
    public async Task Fetch_SameMomentInAnotherProcess_GivesTheSameAnswer()
    {
        DateTimeOffset now = Peak.AddHours(3);
        FetchPage first = (FetchPage)await At(now).FetchAsync(Request("microblogs", Peak, null, null), default);
        FetchPage second = (FetchPage)await new ReplayConnector(new ReplayTimeline(), new ManualTime(now)).FetchAsync(Request("microblogs", Peak, null, null), default);
        Assert.NotNull(first.NextPageToken);
        Assert.Equal(first.NextPageToken, second.NextPageToken);
        Assert.Equal(first.Mentions.Select(m => m.Id), second.Mentions.Select(m => m.Id));
    }

    [Fact]
    public async Task Fetch_InTheCollectionGap_FailsAndIsMadeGoodAfterwards()
    {
        ReplayEvent gap = Timeline.CollectionGap;
        Assert.Equal(TimeSpan.FromHours(2), gap.To - gap.From);
        foreach (DateTimeOffset now in (DateTimeOffset[])[gap.From, gap.From.AddHours(1), gap.To.AddSeconds(-1)])
        {
            FetchFailure failure = Assert.IsType<FetchFailure>(await At(now).FetchAsync(Request("all", Timeline.Start, null, null), default));
            Assert.Equal(FailureClass.Transient, failure.Class);
        }

        Mention[] afterwards = await ReadAllAsync(At(gap.To.AddMinutes(5)), "all", gap.From, gap.To);
        Assert.Equal(Timeline.Mentions("solidarite-atlas").Count(m => m.CreatedAtUtc >= gap.From && m.CreatedAtUtc < gap.To), afterwards.Length);
        Assert.NotEmpty(afterwards);
    }

    [Theory]
    [InlineData("myspace")]
    [InlineData("x,myspace")]
    [InlineData(",")]
    [InlineData(null)]
    public async Task Fetch_UnknownTerms_FailForGoodAndTellWhatToWrite(string? terms)
    {
        FetchFailure failure = Assert.IsType<FetchFailure>(await At(Peak).FetchAsync(Request(terms, Peak, null, null), default));
        Assert.Equal(FailureClass.Permanent, failure.Class);
        Assert.Contains("microblogs", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_UnknownBrand_FailsForGood()
    {
        FetchRequest request = Request("x", Peak, null, null);
        FetchFailure failure = Assert.IsType<FetchFailure>(await At(Peak).FetchAsync(request with { Source = request.Source with { BrandId = "other" } }, default));
        Assert.Equal(FailureClass.Permanent, failure.Class);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("1-")]
    [InlineData("1-99999999")]
    [InlineData("99999999999999999999-1")]
    public async Task Fetch_BrokenToken_AsksForTheFirstPageAgain(string token)
    {
        FetchFailure failure = Assert.IsType<FetchFailure>(await At(Peak).FetchAsync(Request("x", Peak, null, token), default));
        Assert.True(failure.RestartRun);
    }

    private static ReplayConnector At(DateTimeOffset now) => new(Timeline, new ManualTime(now));

    private static FetchRequest Request(string? terms, DateTimeOffset since, DateTimeOffset? until, string? token) => new()
    {
        Source = new SourceQuery { Id = "solidarite-atlas/test", BrandId = "solidarite-atlas", Platform = "replay", Terms = terms },
        Brand = new Brand { Id = "solidarite-atlas", Name = "Solidarité Atlas", Query = "atlas" },
        Since = since,
        Until = until,
        PageToken = token,
    };

    private static async Task<Mention[]> ReadAllAsync(ReplayConnector connector, string terms, DateTimeOffset since, DateTimeOffset? until)
    {
        List<Mention> found = [];
        string? token = null;
        do
        {
            FetchPage page = Assert.IsType<FetchPage>(await connector.FetchAsync(Request(terms, since, until, token), default));
            found.AddRange(page.Mentions);
            token = page.NextPageToken;
        }
        while (token is not null);
        return found.ToArray();
    }

    private sealed class ManualTime(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
