using SocialListening.Contracts;
using SocialListening.Functions.Tests.Queues;
using static SocialListening.Functions.Tests.Storage.Make;

namespace SocialListening.Functions.Tests.Storage;

/// <summary>What every source state store keeps to, whatever its backend.</summary>
public abstract class SourceStateStoreSuite : StorageSuite
{
    [BackendFact]
    public async Task Get_NeverPolled_HasNoValueAndVersionZero()
    {
        Assert.Equal(new Versioned<SourceState>(null, 0), await Backend.Sources.GetAsync("cafe/news", default));
        Assert.Empty(await Backend.Sources.ListAsync(default));
    }

    [BackendFact]
    public async Task TrySave_ReadThenSave_GivesTheStateBack()
    {
        Assert.True(await Backend.Sources.TrySaveAsync(State("cafe/news"), 0, default));
        var first = await Backend.Sources.GetAsync("cafe/news", default);
        Assert.True(await Backend.Sources.TrySaveAsync(State("cafe/news", failures: 2), first.Version, default));
        var second = await Backend.Sources.GetAsync("cafe/news", default);

        Assert.Equal(State("cafe/news"), first.Value);
        Assert.Equal(State("cafe/news", failures: 2), second.Value);
        Assert.NotEqual(first.Version, second.Version);
    }

    [BackendFact]
    public async Task TrySave_WithAnOldVersion_ChangesNothing()
    {
        await Backend.Sources.TrySaveAsync(State("cafe/news"), 0, default);
        var read = await Backend.Sources.GetAsync("cafe/news", default);
        await Backend.Sources.TrySaveAsync(State("cafe/news", failures: 1), read.Version, default);

        Assert.False(await Backend.Sources.TrySaveAsync(State("cafe/news", failures: 2), read.Version, default));
        Assert.False(await Backend.Sources.TrySaveAsync(State("cafe/news", failures: 3), 0, default));

        Assert.Equal(1, (await Backend.Sources.GetAsync("cafe/news", default)).Value?.ConsecutiveFailures);
    }

    [BackendFact]
    public async Task TrySave_VersionOfANeverSavedSource_IsRefused()
    {
        Assert.False(await Backend.Sources.TrySaveAsync(State("cafe/news"), 1, default));
        Assert.Empty(await Backend.Sources.ListAsync(default));
    }

    [BackendFact]
    public async Task TrySave_RacingWriters_LetsExactlyOneThroughPerVersion()
    {
        const int Writers = 6;
        const int Rounds = 20;
        await Backend.Sources.TrySaveAsync(State("cafe/news"), 0, default);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            for (var saved = 0; saved < Rounds;)
            {
                var read = await Backend.Sources.GetAsync("cafe/news", default);
                var next = read.Value! with { ConsecutiveFailures = read.Value.ConsecutiveFailures + 1 };
                saved += await Backend.Sources.TrySaveAsync(next, read.Version, default) ? 1 : 0;
            }
        })));

        Assert.Equal(Writers * Rounds, (await Backend.Sources.GetAsync("cafe/news", default)).Value?.ConsecutiveFailures);
    }

    [BackendFact]
    public async Task List_SeveralSources_GivesEachByItsId()
    {
        await Backend.Sources.TrySaveAsync(State("ngo/é😀"), 0, default);
        await Backend.Sources.TrySaveAsync(State("cafe/news", failures: 4), 0, default);

        var states = await Backend.Sources.ListAsync(default);

        Assert.Equal(["cafe/news", "ngo/é😀"], states.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(State("cafe/news", failures: 4), states["cafe/news"].Value);
        Assert.Equal(await Backend.Sources.GetAsync("ngo/é😀", default), states["ngo/é😀"]);
    }

    [BackendFact]
    public async Task TrySaveAll_ManyStates_SavesThoseThatNobodyElseReplaced()
    {
        await Backend.Sources.TrySaveAsync(State("stale"), 0, default);
        for (var i = 0; i < 60; i++)
        {
            await Backend.Sources.TrySaveAsync(State($"known/{i:00}"), 0, default);
        }

        var read = await Backend.Sources.ListAsync(default);
        await Backend.Sources.TrySaveAsync(State("stale", failures: 9), read["stale"].Version, default);
        Versioned<SourceState>[] states =
        [
            .. read.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => new Versioned<SourceState>(State(entry.Key, failures: 1), entry.Value.Version)),
            new(State("new"), 0),
        ];

        var saved = await Backend.Sources.TrySaveAllAsync(states, default);

        var after = await Backend.Sources.ListAsync(default);
        Assert.Equal(states.Select(state => state.Value!.SourceId != "stale"), saved);
        Assert.All(states, state => Assert.Equal(state.Value!.SourceId == "stale" ? State("stale", failures: 9) : state.Value, after[state.Value.SourceId].Value));
        Assert.Equal([false], await Backend.Sources.TrySaveAllAsync([new(State("new", failures: 3), 0)], default));
        Assert.Empty(await Backend.Sources.TrySaveAllAsync([], default));
    }

    [BackendFact]
    public async Task TrySaveAll_RacingWriters_LetsExactlyOneThroughPerVersion()
    {
        const int Writers = 4;
        const int Rounds = 10;
        string[] ids = ["a", "b", "c"];
        await Backend.Sources.TrySaveAllAsync([.. ids.Select(id => new Versioned<SourceState>(State(id), 0))], default);
        var saved = 0;
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                var read = await Backend.Sources.ListAsync(default);
                var next = read.Values.Select(state => new Versioned<SourceState>(state.Value! with { ConsecutiveFailures = state.Value!.ConsecutiveFailures + 1 }, state.Version)).ToArray();
                Interlocked.Add(ref saved, (await Backend.Sources.TrySaveAllAsync(next, default)).Count(done => done));
            }
        })));

        Assert.Equal(saved, (await Backend.Sources.ListAsync(default)).Values.Sum(state => state.Value!.ConsecutiveFailures));
        Assert.True(saved >= ids.Length);
    }

    [BackendFact]
    public async Task Reopen_AfterWrites_KeepsStateAndVersion()
    {
        await Backend.Sources.TrySaveAsync(State("cafe/news"), 0, default);
        var before = await Backend.Sources.GetAsync("cafe/news", default);

        Backend.Reopen();

        Assert.Equal(before, await Backend.Sources.GetAsync("cafe/news", default));
    }
}
