using SocialListening.Contracts;
using SocialListening.Scoring.Cascade;

namespace SocialListening.Functions.Tests.Scoring;

/// <summary>What is paid for once, what is paid for again, and that no day costs more than its budget.</summary>
public sealed class CascadeBillingTests : IDisposable
{
    private static readonly LanguageFailure Lost = new(LanguageFailureClass.Unavailable, "Lost.", MayBeBilled: true);

    private readonly CascadeBench _bench = new();

    [Fact]
    public async Task Billing_TheSameTextByAThousandAuthors_IsPaidOnce()
    {
        for (var batch = 0; batch < 4; batch++)
        {
            await _bench.CollectAsync([.. Enumerable.Range(0, 250).Select(i => ($"{batch}-{i}", $"1 Quelle honte https://t.co/{batch}{i}", (string[])["cafe"]))]);
        }

        await _bench.DrainAsync();

        Assert.Single(_bench.Service.Billed);
        Assert.Equal(1, await _bench.CommittedAsync());
        Assert.Equal(1000, (await _bench.MentionsAsync()).Count(mention => mention.Sentiment == SentimentLabel.Negative));
        await _bench.AssertCountsAsync();
    }

    [Fact]
    public async Task Billing_TheSameTextDaysLater_IsAnsweredFromTheLedgerUntilItsTimeIsOver()
    {
        await _bench.CollectAsync("1 again");
        await _bench.DrainAsync();
        _bench.Clock.Advance(TimeSpan.FromDays(29));
        await _bench.CollectAsync("1 again");
        await _bench.DrainAsync();
        Assert.Single(_bench.Service.Billed);

        _bench.Clock.Advance(TimeSpan.FromDays(2));
        await _bench.CollectAsync("1 again");
        await _bench.DrainAsync();

        Assert.Equal(2, _bench.Service.Billed.Count);
        Assert.All(await _bench.MentionsAsync(), mention => Assert.Equal(SentimentLabel.Negative, mention.Sentiment));
    }

    [Fact]
    public async Task LostAnswer_Text_StaysPaidInTheBudgetAndIsAskedAtMostThreeTimes()
    {
        _bench.Service.Outage = Lost;
        await _bench.CollectAsync("1 a");
        await _bench.DrainAsync();
        for (var i = 0; i < 5; i++)
        {
            _bench.Clock.Advance(TimeSpan.FromMinutes(15));
            await _bench.RescorePendingAsync();
        }

        Assert.Equal(3, _bench.Service.Calls.Count);
        Assert.Equal(3, await _bench.CommittedAsync());
        Assert.Null(Assert.Single(await _bench.MentionsAsync()).Score.Pending);
    }

    [Fact]
    public async Task Killed_BetweenReserveAndCall_NeverPassesTheBudgetAndLosesNoText()
    {
        _bench.Options.DailyBudget = 4;
        _bench.Options.Threshold = 0;
        await _bench.CollectAsync("1 a", "1 b", "1 c");
        var instance = _bench.Instance();
        await instance.Budget.ReserveAsync([1, 1, 1], default);

        await _bench.DrainAsync();
        _bench.Clock.Advance(TimeSpan.FromHours(14));
        await _bench.RescorePendingAsync();

        Assert.Single(_bench.Service.Billed);
        Assert.Equal(4, await _bench.CommittedAsync());
        Assert.Equal(2, (await _bench.MentionsAsync()).Count(mention => mention.Score.Pending == PendingReason.Budget));

        // What the killed call may have cost belongs to its day; the next day begins anew.
        _bench.Clock.Advance(TimeSpan.FromHours(12));
        await _bench.RescorePendingAsync();
        Assert.All(await _bench.MentionsAsync(), mention => Assert.Null(mention.Score.Pending));
    }

    [Fact]
    public async Task Midnight_DuringACall_IsPaidByTheDayThatBegan()
    {
        _bench.Clock.Advance(TimeSpan.FromHours(14.99));
        var first = DateOnly.FromDateTime(_bench.Clock.GetUtcNow().UtcDateTime);
        _bench.Service.Meanwhile = () =>
        {
            _bench.Clock.Advance(TimeSpan.FromMinutes(5));
            return Task.CompletedTask;
        };

        await _bench.CollectAsync("1 a", "1 b");
        await _bench.DrainAsync();

        Assert.Equal(2, (await _bench.Storage.Budget.GetAsync(first, default)).Value!.Spent);
        Assert.Empty((await _bench.Storage.Budget.GetAsync(first, default)).Value!.Reserved);
        Assert.Null((await _bench.Storage.Budget.GetAsync(first.AddDays(1), default)).Value);
    }

    [Fact]
    public async Task Budget_SpentToday_LeavesTextsMarkedUntilTomorrow()
    {
        _bench.Options.DailyBudget = 2;
        _bench.Options.Threshold = 0;
        _bench.Clock.Advance(TimeSpan.FromHours(14));
        await _bench.CollectAsync("1 a", "1 b", "1 c", "1 d");
        await _bench.DrainAsync();
        Assert.Equal(2, (await _bench.MentionsAsync()).Count(mention => mention.Score.Pending == PendingReason.Budget));

        // With nothing left texts are not even queued, but marked all the same.
        _bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await _bench.CollectAsync("1 e");
        Assert.Equal(0, await _bench.DrainAsync());
        Assert.Equal(3, (await _bench.MentionsAsync()).Count(mention => mention.Score.Pending == PendingReason.Budget));

        _bench.Clock.Advance(TimeSpan.FromHours(2));
        await _bench.RescorePendingAsync();
        Assert.Equal(2, await _bench.CommittedAsync());
        Assert.Equal(4, _bench.Service.Billed.Count);
    }

    [Fact]
    public async Task Race_OfManyInstancesForTheLastRecords_NeverPassesTheBudget()
    {
        _bench.Options.DailyBudget = 7;
        _bench.Options.Threshold = 0;
        var instances = Enumerable.Range(0, 8).Select(_ => _bench.Instance()).ToArray();

        var outcomes = await Task.WhenAll(instances.Select((instance, i) => Task.Run(() => instance.Answers.GetAsync(
            [new HardText(TextKey.Of($"text {i}", "fr"), new LanguageQuestion($"text {i}", "fr"), 1), new HardText(TextKey.Of($"other {i}", "fr"), new LanguageQuestion($"other {i}", "fr"), 1)], default))));

        Assert.Equal(7, _bench.Service.Billed.Count);
        Assert.Equal(7, await _bench.CommittedAsync());
        Assert.Equal(9, outcomes.SelectMany(outcome => outcome.Values).Count(outcome => outcome.Waits == PendingReason.Budget));
    }

    [Fact]
    public async Task Race_OfManyInstancesForOneText_PaysOnce()
    {
        // The one that asks waits until the others have been turned away.
        var away = new CountdownEvent(5);
        _bench.Service.Meanwhile = () => Task.Run(() => Assert.True(away.Wait(TimeSpan.FromMinutes(1))));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            var outcome = await _bench.Instance().Answers.GetAsync([Text("text")], default);
            if (outcome.Values.Single().Waits is not null)
            {
                away.Signal();
            }

            return outcome;
        })));

        Assert.Single(_bench.Service.Billed);
        Assert.Single(outcomes, outcome => outcome.Values.Single().Answer is not null);
        Assert.Equal(5, outcomes.Count(outcome => outcome.Values.Single().Waits == PendingReason.Queued));
        Assert.Equal(1, await _bench.CommittedAsync());
    }

    [Fact]
    public async Task Ledger_ThatFailsBeforeTheCall_CostsNeitherRecordsNorAttempts()
    {
        var ledger = new FailingLedger(_bench.Storage.Ledger) { FailFinds = 4 };
        for (var i = 0; i < 4; i++)
        {
            ledger.Calls = 0;
            await Assert.ThrowsAsync<IOException>(() => _bench.Instance(ledger).Answers.GetAsync([Text("text")], default));
        }

        Assert.Empty(_bench.Service.Calls);
        Assert.Equal(0, await _bench.CommittedAsync());
        ledger.FailFinds = 0;
        Assert.NotNull((await _bench.Instance(ledger).Answers.GetAsync([Text("text")], default)).Values.Single().Answer);
    }

    public void Dispose() => _bench.Dispose();

    private static HardText Text(string text) => new(TextKey.Of(text, "fr"), new LanguageQuestion(text, "fr"), 1);
}
