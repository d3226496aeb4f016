using SocialListening.Contracts;
using SocialListening.CosmosDouble;
using SocialListening.CosmosDouble.Faults;
using SocialListening.Functions.Azure.Cosmos;
using SocialListening.Privacy;
using SocialListening.Storage;
using static SocialListening.Functions.Tests.Storage.Make;

namespace SocialListening.Functions.Tests.Cosmos;

/// <summary>What storing in Cosmos DB keeps to beyond the port.</summary>
public sealed class CosmosStoreTests : IDisposable
{
    private readonly DoubledCosmosBackend _backend = DoubledCosmosBackend.Open();

    [Fact]
    public async Task Store_APollsBatch_TakesEightRoundTrips()
    {
        await Store(Mention("first"));
        _backend.Account.Meter.Reset();

        await Store([.. Enumerable.Range(0, 250).Select(i => Mention($"{i}", Noon.AddSeconds(i)))]);

        // The day's layout and what was judged; then a query and a transaction for each 97 mentions. One create and the read and
        // the replace of a counter for each mention would be 750.
        Assert.Equal(3, _backend.Account.Meter.Requests(RequestKind.Batch));
        Assert.Equal(8, _backend.Account.Meter.OnDocuments);
    }

    [Fact]
    public async Task Store_KnownBatchAgain_WritesNothing()
    {
        var batch = Enumerable.Range(0, 80).Select(i => Mention($"{i}")).ToArray();
        await Store(batch);
        _backend.Account.Meter.Reset();

        await Store(batch);

        Assert.Equal(0, _backend.Account.Meter.Requests(RequestKind.Batch));
    }

    [Fact]
    public async Task Store_ManyBatchesOfOneDayInOneProcess_NeverRefuseEachOther()
    {
        var store = _backend.Mentions;
        _backend.Account.BeforeRequest = static async (_, _, _) => await Task.Yield();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 24).Select(batch => Task.Run(() =>
            store.StoreAsync("cafe", [.. Enumerable.Range(0, 20).Select(i => Mention($"{(batch * 15) + i}", Noon.AddSeconds(i)))], default))));

        Assert.Equal((23 * 15) + 20, outcomes.Sum(outcome => outcome.Added));
        Assert.Equal(24, _backend.Account.Meter.Requests(RequestKind.Batch));
    }

    [Fact]
    public async Task Store_HoursAndDays_CountLikeTheirBuckets()
    {
        var random = new Random(11);
        var mentions = Enumerable.Range(0, 300).Select(i => Mention(
            $"{i}", Noon.AddMinutes(random.Next(-2000, 2000)), platform: i % 7 == 0 ? "rss" : "bluesky", sentiment: (SentimentLabel)random.Next(3), likes: i)).ToArray();
        await Store(mentions);

        foreach (var granularity in Enum.GetValues<Granularity>())
        {
            var parts = await CosmosRollups.PartsAsync(_backend.Database.Mentions, "cafe", granularity, Noon.AddDays(-3), Noon.AddDays(3), default);
            var sums = parts.GroupBy(part => part.Start).OrderBy(part => part.Key).Select(part => part.Aggregate(RollupSum.Add)).ToArray();
            Assert.Equal(Recounted.Lines(granularity, mentions), sums.Select(Recounted.Line));
        }
    }

    [Fact]
    public async Task Store_Engagement_IsSummedByHourAndFollowsLaterReadings()
    {
        await Store(Mention("1", likes: 3, reposts: 1), Mention("2", likes: 4));
        await Store(Mention("1", likes: 10, collected: Noon.AddHours(1)), Mention("3", Noon.AddHours(1)));

        Assert.Equal(new Engagement(14, 0, 1, 0, 0), await EngagementOf(Granularity.Hour, Noon));
        Assert.Equal(new Engagement(14, 0, 1, 0, 0), await EngagementOf(Granularity.Day, Noon));
    }

    [Fact]
    public async Task Store_FeedEntryDatedAnewOnAnotherDay_IsCountedOnce()
    {
        await Store(Mention("https://blog.example/1?a=b#c", platform: "rss"));

        var outcome = await Store(Mention("https://blog.example/1?a=b#c", Noon.AddDays(3), platform: "rss", likes: 2, collected: Noon.AddDays(4)));

        Assert.Equal(new StoreOutcome(0, 1, 0), outcome);
        Assert.Equal(1, Assert.Single(await _backend.Rollups.ListAsync("cafe", Noon.AddDays(-1), Noon.AddDays(9), default)).Total);
        Assert.Equal(new Engagement(2, 0, 0, 0, 0), await EngagementOf(Granularity.Day, Noon, CosmosSlots.Feeds));
    }

    [Fact]
    public async Task Store_ManyFeedEntriesOfManyDaysReadAgain_AreRefreshedInSeveralTransactions()
    {
        await Store([.. Enumerable.Range(0, 60).Select(i => Mention($"{i}", Noon.AddDays(-i), platform: "rss"))]);

        var outcome = await Store([.. Enumerable.Range(0, 60).Select(i => Mention($"{i}", Noon.AddDays(1), platform: "rss", likes: 1, collected: Noon.AddDays(2)))]);

        Assert.Equal(new StoreOutcome(0, 60, 0), outcome);
        Assert.Equal(60, (await _backend.Rollups.ListAsync("cafe", Noon.AddDays(-90), Noon.AddDays(9), default)).Sum(rollup => rollup.Total));
    }

    [Fact]
    public async Task Store_LongTexts_AreCutToWhatATransactionTakes()
    {
        var outcome = await Store([.. Enumerable.Range(0, 12).Select(i => Mention($"{i}", text: new string('\u0001', 100_000)))]);

        Assert.Equal(12, outcome.Added);
        Assert.Equal(12, Assert.Single(await _backend.Rollups.ListAsync("cafe", Noon, Noon.AddHours(1), default)).Total);
    }

    [Fact]
    public async Task Store_SeveralShards_SpreadTheDayAndAddUp()
    {
        using var spread = DoubledCosmosBackend.Open(minimumShards: 8);
        var batch = Enumerable.Range(0, 200).Select(i => Mention($"{i}", Noon.AddSeconds(i))).ToArray();
        await spread.Mentions.StoreAsync("cafe", batch, default);
        await spread.Mentions.StoreAsync("cafe", batch, default);

        var parts = await CosmosRollups.PartsAsync(spread.Database.Mentions, "cafe", Granularity.Day, Noon.AddDays(-1), Noon.AddDays(1), default);
        Assert.Equal(8, parts.Count);
        Assert.Equal(200, (await spread.Rollups.ListAsync("cafe", Noon, Noon.AddHours(1), default)).Sum(rollup => rollup.Total));
    }

    [Fact]
    public async Task Store_MinimumShardsRaised_LeavesBegunDaysAlone()
    {
        await Store(Mention("1"));
        _backend.Options.MinimumShards = 16;

        Assert.Equal(new StoreOutcome(0, 0, 1), await Store(Mention("1")));
        await Store([.. Enumerable.Range(0, 90).Select(i => Mention($"{i}", Noon.AddDays(1)))]);
        Assert.Equal(16, (await CosmosRollups.PartsAsync(_backend.Database.Mentions, "cafe", Granularity.Day, Noon.AddDays(0.5), Noon.AddDays(2), default)).Count);
    }

    [Fact]
    public async Task Store_MentionPastItsRetention_GoesAndItsCountStays()
    {
        var clock = new Storage.ManualClock();
        using var backend = DoubledCosmosBackend.Open(clock: clock);
        await backend.Mentions.StoreAsync("cafe", [Mention("1")], default);
        clock.Advance(new RetentionOptions().Mentions + TimeSpan.FromDays(1));

        Assert.Empty((await backend.Reader.ListAsync(new MentionFilter { BrandId = "cafe" }, default)).Mentions);
        Assert.Equal(1, Assert.Single(await backend.Rollups.ListAsync("cafe", Noon, Noon.AddHours(1), default)).Total);
    }

    [Theory]
    [InlineData(FaultKind.LostAnswer)]
    [InlineData(FaultKind.TimedOutAfterCommit)]
    public async Task Store_AnswerLostAfterTheCommit_ReportsWhatWasAdded(FaultKind kind)
    {
        await Store(Mention("0"));
        _backend.Account.Faults = new FaultPlan(3).Add(new FaultRule { Kind = kind, On = new HashSet<RequestKind> { RequestKind.Batch }, Times = 1 });

        Assert.Equal(new StoreOutcome(2, 0, 0), await Store(Mention("1"), Mention("2")));

        Assert.Equal(1, _backend.Account.Faults.Struck);
        Assert.Equal(3, Assert.Single(await _backend.Rollups.ListAsync("cafe", Noon, Noon.AddHours(1), default)).Total);
    }

    [Fact]
    public async Task Store_ContainerMissing_SaysWhatToDo()
    {
        using var account = new CosmosAccountDouble();
        using var database = new CosmosDatabase(account.CreateClient(), "absent", create: false);

        var failure = await Assert.ThrowsAsync<CosmosStorageException>(() => new CosmosReplayPositionStore(database).SaveAsync(Noon, default));

        Assert.Contains("Cosmos:CreateContainers", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _backend.Dispose();

    private Task<StoreOutcome> Store(params ScoredMention[] mentions) => _backend.Mentions.StoreAsync("cafe", mentions, default);

    private async Task<Engagement> EngagementOf(Granularity granularity, DateTimeOffset instant, string? slot = null)
    {
        var id = CosmosRollups.IdOf(granularity, CosmosRollups.StartOf(granularity, instant));
        var answer = await _backend.Database.Mentions.ReadAsync(CosmosSlots.Key("cafe", slot ?? "2026-03-02"), id, default);
        using var document = System.Text.Json.JsonDocument.Parse(answer.Body);
        return Engagement.FromJson(document.RootElement.GetProperty("engagement"));
    }
}
