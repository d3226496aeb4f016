using SocialListening.Contracts;

namespace SocialListening.Functions.Tests.Storage;

/// <summary>What every budget store keeps to, whatever its backend.</summary>
public abstract class ScoringBudgetStoreSuite : StorageSuite
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public async Task Get_NothingSpent_HasNoValueAndVersionZero() =>
        Assert.Equal(new Versioned<BudgetDay>(null, 0), await Backend.Budget.GetAsync(Today, default));

    [Fact]
    public async Task TrySave_ReadThenSave_GivesTheDayBack()
    {
        Assert.True(await Backend.Budget.TrySaveAsync(Day(Today, 0, ("a", 7)), 0, default));
        var first = await Backend.Budget.GetAsync(Today, default);
        Assert.True(await Backend.Budget.TrySaveAsync(Day(Today, 5, ("b", 2), ("c", 1)), first.Version, default));
        var second = await Backend.Budget.GetAsync(Today, default);

        Assert.Equal((0L, 7L), (first.Value!.Spent, first.Value.Committed));
        Assert.Equal((5L, 8L), (second.Value!.Spent, second.Value.Committed));
        Assert.Equal(["b", "c"], second.Value.Reserved.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Today, second.Value.Day);
        Assert.NotEqual(first.Version, second.Version);
    }

    [Fact]
    public async Task TrySave_WithAnOldVersion_ChangesNothing()
    {
        await Backend.Budget.TrySaveAsync(Day(Today, 1), 0, default);
        var read = await Backend.Budget.GetAsync(Today, default);
        await Backend.Budget.TrySaveAsync(Day(Today, 2), read.Version, default);

        Assert.False(await Backend.Budget.TrySaveAsync(Day(Today, 3), read.Version, default));
        Assert.False(await Backend.Budget.TrySaveAsync(Day(Today, 4), 0, default));

        Assert.Equal(2, (await Backend.Budget.GetAsync(Today, default)).Value?.Spent);
    }

    [Fact]
    public async Task TrySave_OtherDays_AreKeptApart()
    {
        await Backend.Budget.TrySaveAsync(Day(Today, 1), 0, default);
        Assert.True(await Backend.Budget.TrySaveAsync(Day(Today.AddDays(1), 2), 0, default));

        Backend.Reopen();

        Assert.Equal(1, (await Backend.Budget.GetAsync(Today, default)).Value?.Spent);
        Assert.Equal(2, (await Backend.Budget.GetAsync(Today.AddDays(1), default)).Value?.Spent);
    }

    [Fact]
    public async Task TrySave_RacingWriters_LetsExactlyOneThroughPerVersion()
    {
        const int Writers = 6;
        const int Rounds = 20;
        await Backend.Budget.TrySaveAsync(Day(Today, 0), 0, default);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            for (var saved = 0; saved < Rounds;)
            {
                var read = await Backend.Budget.GetAsync(Today, default);
                saved += await Backend.Budget.TrySaveAsync(read.Value! with { Spent = read.Value.Spent + 1 }, read.Version, default) ? 1 : 0;
            }
        })));

        Assert.Equal(Writers * Rounds, (await Backend.Budget.GetAsync(Today, default)).Value?.Spent);
    }

    private static BudgetDay Day(DateOnly day, long spent, params (string Id, int Records)[] reserved) =>
        new() { Day = day, Spent = spent, Reserved = reserved.ToDictionary(call => call.Id, call => call.Records) };
}
