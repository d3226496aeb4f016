using Microsoft.Extensions.Logging.Abstractions;
using SocialListening.Contracts;
using SocialListening.Functions.Tests.Queues;
using SocialListening.Privacy;
using SocialListening.Storage;
using static SocialListening.Functions.Tests.Storage.Make;

namespace SocialListening.Functions.Tests.Storage;

/// <summary>How long every backend keeps things, by the same settings: the SQLite file through its job, Cosmos DB by time to live.</summary>
public abstract class RetentionSuite : StorageSuite
{
    private static readonly RetentionOptions Keep = new();

    private protected ManualClock Clock { get; } = new();

    private DateTimeOffset Now => Clock.GetUtcNow();

    [BackendFact]
    public async Task Mentions_PastTheirTime_GoAndTheirCountsStay()
    {
        await StoreAsync("old", Now);
        Clock.Advance(Keep.Mentions - TimeSpan.FromDays(1));
        await StoreAsync("young", Now);
        await RunAsync();
        Assert.Equal(["old", "young"], await MentionsAsync());

        Clock.Advance(TimeSpan.FromDays(2));
        await RunAsync();

        Assert.Equal(["young"], await MentionsAsync());
        Assert.Equal(2, (await Backend.Rollups.ListAsync("cafe", Now.AddDays(-500), Now, default)).Sum(rollup => rollup.Total));
    }

    [BackendFact]
    public async Task Mentions_ReadAgain_AreKeptFromThenOn()
    {
        var first = Now;
        await StoreAsync("post", first);
        Clock.Advance(TimeSpan.FromDays(30));
        await Backend.Mentions.StoreAsync("cafe", [Mention("post", first, collected: Now, likes: 9)], default);

        Clock.Advance(Keep.Mentions - TimeSpan.FromDays(1));
        await RunAsync();
        Assert.Equal(["post"], await MentionsAsync());

        Clock.Advance(TimeSpan.FromDays(2));
        await RunAsync();
        Assert.Empty(await MentionsAsync());
    }

    [BackendFact]
    public async Task Buckets_PastTheirTime_Go()
    {
        await StoreAsync("old", Now);
        var start = Now;
        Clock.Advance(Keep.Buckets - TimeSpan.FromDays(1));
        await StoreAsync("young", Now);
        await RunAsync();
        Assert.Equal(2, (await Backend.Rollups.ListAsync("cafe", start.AddDays(-1), Now.AddDays(1), default)).Count);

        Clock.Advance(TimeSpan.FromDays(2));
        await RunAsync();

        Assert.Single(await Backend.Rollups.ListAsync("cafe", start.AddDays(-1), Now.AddDays(1), default));
    }

    [BackendFact]
    public async Task CoverageAndNotifications_PastTheirTime_GoAndAlertsStay()
    {
        await Backend.Coverage.AddAsync(Coverage(Now.AddHours(-1), Now), default);
        await Backend.Alerts.TryCommitAsync("cafe", [1], 0, Now, [Alert("a", onset: Now)], default);
        await Backend.Alerts.TryMarkNotifiedAsync("cafe", "a", 1, "console", default);
        Clock.Advance(Keep.Coverage - TimeSpan.FromDays(1));
        await Backend.Coverage.AddAsync(Coverage(Now.AddHours(-1), Now), default);
        await RunAsync();
        Assert.Equal(2, (await CoverageAsync()).Count);
        Assert.True(await Backend.Alerts.IsNotifiedAsync("cafe", "a", 1, "console", default));

        Clock.Advance(TimeSpan.FromDays(2));
        await RunAsync();

        Assert.Single(await CoverageAsync());
        Assert.False(await Backend.Alerts.IsNotifiedAsync("cafe", "a", 1, "console", default));
        Assert.NotNull(await Backend.Alerts.GetAsync("cafe", "a", default));
        Assert.Equal(1, (await Backend.Alerts.GetDetectionStateAsync("cafe", default)).Version);
    }

    private Task<RetentionOutcome> RunAsync() =>
        new RetentionRun(Backend.Retention, Microsoft.Extensions.Options.Options.Create(Keep), Clock, NullLogger<RetentionRun>.Instance).RunAsync(default);

    private Task<StoreOutcome> StoreAsync(string post, DateTimeOffset at) => Backend.Mentions.StoreAsync("cafe", [Mention(post, at, collected: at)], default);

    private Task<IReadOnlyList<CoverageRecord>> CoverageAsync() => Backend.Coverage.ListAsync("cafe", Now.AddDays(-4000), Now.AddDays(1), default);

    private async Task<IEnumerable<string>> MentionsAsync() =>
        (await Backend.Reader.ListAsync(new MentionFilter { BrandId = "cafe" }, default)).Mentions.Select(mention => mention.Mention.PlatformPostId).Order(StringComparer.Ordinal);
}
