using System.Text.Json;
using SocialListening.Functions.Tests.Queues;
using static SocialListening.Functions.Tests.Storage.Make;

namespace SocialListening.Functions.Tests.Storage;

/// <summary>What every coverage store keeps to, whatever its backend.</summary>
public abstract class CoverageStoreSuite : StorageSuite
{
    [BackendFact]
    public async Task List_Window_GivesWhatOverlapsItByStart()
    {
        await Add(60, 90);
        await Add(-60, 0);
        await Add(0, 30);
        await Add(-10, 5);
        await Add(30, 60);

        Assert.Equal([(-10, 5), (0, 30)], await Windows(0, 30));
        Assert.Equal([(0, 30), (30, 60)], await Windows(29, 31));
        Assert.Equal([(60, 90)], await Windows(70, 71));
        Assert.Empty(await Windows(90, 200));
    }

    [BackendFact]
    public async Task List_EmptyRecord_LiesWhereItsInstantLies()
    {
        await Add(10, 10);

        Assert.Equal([(10, 10)], await Windows(10, 11));
        Assert.Empty(await Windows(0, 10));
        Assert.Empty(await Windows(11, 20));
    }

    [BackendFact]
    public async Task Add_SameSourceAndWindow_ReplacesTheRecord()
    {
        var first = Coverage(Noon, Noon.AddMinutes(5), mentions: 1);
        var second = first with { Complete = false, Reason = "page budget: 10 pages 📄", Mentions = 7 };
        await Backend.Coverage.AddAsync(first, default);
        await Backend.Coverage.AddAsync(second, default);

        Assert.Equal(second, Assert.Single(await Backend.Coverage.ListAsync("cafe", Noon, Noon.AddHours(1), default)));
    }

    [BackendFact]
    public async Task Add_OtherSourceBrandOrWindow_KeepsAll()
    {
        await Backend.Coverage.AddAsync(Coverage(Noon, Noon.AddMinutes(5)), default);
        await Backend.Coverage.AddAsync(Coverage(Noon, Noon.AddMinutes(5), source: "cafe/other"), default);
        await Backend.Coverage.AddAsync(Coverage(Noon, Noon.AddMinutes(6)), default);
        await Backend.Coverage.AddAsync(Coverage(Noon, Noon.AddMinutes(5), brand: "ngo", source: "ngo/news"), default);

        Assert.Equal(3, (await Backend.Coverage.ListAsync("cafe", Noon, Noon.AddHours(1), default)).Count);
        Assert.Single(await Backend.Coverage.ListAsync("ngo", Noon, Noon.AddHours(1), default));
    }

    [BackendFact]
    public async Task Reopen_AfterWrites_KeepsEverything()
    {
        await Add(0, 5);
        var before = JsonSerializer.Serialize(await Backend.Coverage.ListAsync("cafe", Noon, Noon.AddHours(1), default));

        Backend.Reopen();

        Assert.Equal(before, JsonSerializer.Serialize(await Backend.Coverage.ListAsync("cafe", Noon, Noon.AddHours(1), default)));
    }

    private Task Add(int from, int to) => Backend.Coverage.AddAsync(Coverage(Noon.AddMinutes(from), Noon.AddMinutes(to)), default);

    private async Task<IEnumerable<(int From, int To)>> Windows(int from, int to) =>
        (await Backend.Coverage.ListAsync("cafe", Noon.AddMinutes(from), Noon.AddMinutes(to), default))
            .Select(record => ((int)(record.From - Noon).TotalMinutes, (int)(record.To - Noon).TotalMinutes));
}
