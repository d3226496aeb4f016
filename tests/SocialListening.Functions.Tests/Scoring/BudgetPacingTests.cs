using SocialListening.Scoring.Cascade;

namespace SocialListening.Functions.Tests.Scoring;

/// <summary>Days of all sorts against the budget: it is never passed, and it is used when there is use for it.</summary>
public sealed class BudgetPacingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Day_AnyLoad_NeverPassesTheBudget(int seed)
    {
        var random = new Random(seed);
        using var bench = new CascadeBench { Options = { DailyBudget = random.Next(1, 80), Threshold = random.NextDouble() * 0.1 } };
        bench.Clock.Advance(TimeSpan.FromHours(15));
        var days = new List<DateOnly>();
        for (var step = 0; step < 48; step++)
        {
            // Every so often the service or the process fails in some way, also after billing.
            bench.Service.Failures.Clear();
            bench.Service.Failures.Enqueue(random.Next(6) switch
            {
                0 => new LanguageFailure(LanguageFailureClass.Throttled, "Less."),
                1 => new LanguageFailure(LanguageFailureClass.Unavailable, "Lost.", MayBeBilled: true),
                _ => null,
            });
            bench.Service.DiesAfterBilling = random.Next(8) == 0 ? new InvalidProgramException("killed") : null;
            await TryAsync(() => bench.CollectAsync([.. Enumerable.Range(0, random.Next(1, 8)).Select(i => $"{random.NextDouble():F2} text {random.Next(60)} {new string('x', random.Next(0, 1500))}")]));
            await TryAsync(() => bench.DrainAsync());
            await TryAsync(() => bench.RescorePendingAsync());
            days.Add(DateOnly.FromDateTime(bench.Clock.GetUtcNow().UtcDateTime));
            bench.Clock.Advance(TimeSpan.FromMinutes(59));
        }

        foreach (var day in days.Distinct())
        {
            var spent = (await bench.Storage.Budget.GetAsync(day, default)).Value?.Committed ?? 0;
            Assert.InRange(spent, 0, bench.Options.DailyBudget);
        }

        Assert.InRange(bench.Service.Billed.Sum(text => bench.Service.RecordsOf(new LanguageQuestion(text, "fr"))), 1, days.Distinct().Count() * bench.Options.DailyBudget);
        await bench.AssertCountsAsync();
    }

    [Fact]
    public async Task Day_WithLittleToAsk_AsksForAllAboveTheFloor()
    {
        using var bench = new CascadeBench { Options = { DailyBudget = 100 } };
        bench.Clock.Advance(TimeSpan.FromHours(15));
        for (var hour = 0; hour < 24; hour++)
        {
            await bench.CollectAsync([.. Enumerable.Range(0, 4).Select(i => $"{(i == 0 ? 0.1 : 1)} text {hour} {i}")]);
            await bench.DrainAsync();
            await bench.RescorePendingAsync();
            bench.Clock.Advance(TimeSpan.FromMinutes(59));
        }

        Assert.Equal(72, bench.Service.Billed.Count);
        Assert.DoesNotContain(await bench.MentionsAsync(), mention => mention.Score.Pending is not null);
    }

    [Fact]
    public async Task Day_WithTooMuchToAsk_UsesUpTheBudgetAndSpreadsIt()
    {
        using var bench = new CascadeBench { Options = { DailyBudget = 96 } };
        bench.Clock.Advance(TimeSpan.FromHours(15));
        var atNoon = 0L;
        for (var quarter = 0; quarter < 96; quarter++)
        {
            // All of the day's load comes in its first hour.
            await (quarter < 4 ? bench.CollectAsync([.. Enumerable.Range(0, 100).Select(i => $"1 text {quarter} {i}")]) : Task.CompletedTask);
            await bench.DrainAsync();
            await bench.RescorePendingAsync();
            atNoon = quarter == 48 ? await bench.CommittedAsync() : atNoon;
            if (quarter < 95)
            {
                bench.Clock.Advance(TimeSpan.FromMinutes(15));
            }
        }

        Assert.InRange(atNoon, 40, 70);
        Assert.InRange(await bench.CommittedAsync(), 90, 96);
    }

    private static async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (InvalidProgramException)
        {
            // The process died; what it held in memory is gone, and the queue delivers again.
        }
    }
}
