using SocialListening.Contracts;
using SocialListening.Functions.Tests.Queues;
using SocialListening.Storage;
using static SocialListening.Functions.Tests.Storage.Make;

namespace SocialListening.Functions.Tests.Storage;

/// <summary>What every rollup reader keeps to, whatever its backend.</summary>
public abstract class RollupReaderSuite : StorageSuite
{
    [BackendFact]
    public async Task List_Window_IncludesItsStartAndExcludesItsEnd()
    {
        await Store(Mention("1", Noon.AddMinutes(-5)), Mention("2"), Mention("3", Noon.AddMinutes(9)), Mention("4", Noon.AddMinutes(10)));

        Assert.Equal([Noon, Noon.AddMinutes(5)], await Starts(Noon, Noon.AddMinutes(10)));
        Assert.Equal([Noon.AddMinutes(5)], await Starts(Noon.AddTicks(1), Noon.AddMinutes(10)));
        Assert.Equal([Noon], await Starts(Noon, Noon.AddTicks(1)));
        Assert.Empty(await Starts(Noon, Noon));
    }

    [BackendFact]
    public async Task List_EdgesOfABucket_CountsByCreationTime()
    {
        await Store(Mention("1", Noon.AddTicks(-1)), Mention("2", Noon), Mention("3", Noon.AddMinutes(5).AddTicks(-1)));

        var rollups = await Backend.Rollups.ListAsync("cafe", Noon.AddHours(-1), Noon.AddHours(1), default);

        Assert.Equal([(Noon.AddMinutes(-5), 1), (Noon, 2)], rollups.Select(rollup => (rollup.Start, rollup.Total)));
    }

    [BackendFact]
    public async Task List_WindowWithAnotherOffset_MeansTheSameInstants()
    {
        await Store(Mention("1", Noon.ToOffset(TimeSpan.FromHours(9))));

        var rollup = Assert.Single(await Backend.Rollups.ListAsync("cafe", Noon.ToOffset(TimeSpan.FromHours(-5)), Noon.AddMinutes(1), default));

        Assert.Equal((Noon, TimeSpan.Zero), (rollup.Start, rollup.Start.Offset));
    }

    [BackendFact]
    public async Task List_UnknownBrand_IsEmpty()
    {
        await Store(Mention("1"));

        Assert.Empty(await Backend.Rollups.ListAsync("nobody", DateTimeOffset.MinValue, DateTimeOffset.MaxValue, default));
    }

    [BackendFact]
    public async Task List_BucketsStoredOutOfOrder_ComeByStart()
    {
        foreach (var minute in new[] { 30, 5, 55, 0, 20 })
        {
            await Store(Mention($"{minute}", Noon.AddMinutes(minute)));
        }

        Assert.Equal([0, 5, 20, 30, 55], (await Starts(Noon, Noon.AddHours(1))).Select(start => (start - Noon).TotalMinutes));
    }

    [BackendFact]
    public async Task List_KeysOfTheMaps_AreInOrdinalOrder()
    {
        await Store(Mention("1", language: "fr"), Mention("2", language: "FR"), Mention("3", language: "de"), Mention("4", language: "é"));

        var rollup = Assert.Single(await Backend.Rollups.ListAsync("cafe", Noon, Noon.AddMinutes(5), default));

        Assert.Equal(["FR", "de", "fr", "é"], rollup.ByLanguage.Keys);
    }

    private Task<StoreOutcome> Store(params ScoredMention[] mentions) => Backend.Mentions.StoreAsync("cafe", mentions, default);

    private async Task<IEnumerable<DateTimeOffset>> Starts(DateTimeOffset from, DateTimeOffset to) =>
        (await Backend.Rollups.ListAsync("cafe", from, to, default)).Select(rollup => rollup.Start);
}
