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
        Assert.Equal(State("cafe/news", failures: 4), states["cafe/news"]);
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
