using SocialListening.Contracts;
using SocialListening.Functions.Tests.Telemetry;
using SocialListening.Queues;
using SocialListening.Scoring.Cascade;
using SocialListening.Telemetry;

namespace SocialListening.Functions.Tests.Scoring;

/// <summary>Which texts go to the language service, and what becomes of its answers.</summary>
public sealed class CascadeTests : IDisposable
{
    private static readonly LanguageFailure Throttled = new(LanguageFailureClass.Throttled, "Less.", DateTimeOffset.MaxValue);
    private static readonly LanguageFailure Down = new(LanguageFailureClass.Unavailable, "Down.");
    private static readonly LanguageFailure Lost = new(LanguageFailureClass.Unavailable, "Lost.", MayBeBilled: true);

    private readonly CascadeBench _bench = new();

    [Fact]
    public async Task Embedded_TheDefault_AsksNobodyAndMarksNothing()
    {
        _bench.Options.Mode = ScoringMode.Embedded;

        await _bench.CollectAsync("1 unsure", "0.1 sure");
        await _bench.RescorePendingAsync();

        Assert.Equal(0, await _bench.DrainAsync());
        Assert.Empty(_bench.Service.Calls);
        Assert.All(await _bench.MentionsAsync(), mention => Assert.Equal((ScoringMode.Embedded, null, "embedded/test"), (mention.Score.Mode, mention.Score.Pending, mention.Score.Engine)));
    }

    [Fact]
    public async Task Cascade_UnsureTexts_AreAnsweredAtOnceAndBetterLater()
    {
        await _bench.CollectAsync("1 unsure", "0.05 sure");
        var before = await _bench.MentionsAsync();
        await _bench.DrainAsync();
        var after = await _bench.MentionsAsync();

        Assert.Equal([null, PendingReason.Queued], before.OrderBy(Unsure).Select(mention => mention.Score.Pending));
        Assert.All(before, mention => Assert.Equal((SentimentLabel.Neutral, ScoringMode.Cascade), (mention.Sentiment, mention.Score.Mode)));
        Assert.Equal(["1 unsure"], Assert.Single(_bench.Service.Calls));
        var judged = Assert.Single(after, mention => mention.Score.Engine == "azure-language/2022-11-01");
        Assert.Equal((SentimentLabel.Negative, 0.9f, ScoringMode.Cascade, null), (judged.Sentiment, judged.Score.Confidence, judged.Score.Mode, judged.Score.Pending));
        Assert.Equal("embedded/test", after.Single(mention => mention != judged).Score.Engine);
        await _bench.AssertCountsAsync();
    }

    [Fact]
    public async Task Azure_EveryTextWithWords_IsSent()
    {
        _bench.Options.Mode = ScoringMode.Azure;

        await _bench.CollectAsync("0 certain", "0.01 nearly", "   ");
        await _bench.DrainAsync();

        Assert.Equal(["0 certain", "0.01 nearly"], Assert.Single(_bench.Service.Calls).Order());
        Assert.All(await _bench.MentionsAsync(), mention => Assert.Equal((ScoringMode.Azure, null), (mention.Score.Mode, mention.Score.Pending)));
    }

    [Fact]
    public async Task Calls_HardCasesOfManyBatchesAndBrands_AreFilledToTen()
    {
        for (var batch = 0; batch < 6; batch++)
        {
            await _bench.CollectAsync(($"a{batch}", $"1 cafe {batch}", ["cafe"]), ($"b{batch}", $"1 ngo {batch}", ["ngo"]), ($"c{batch}", $"1 both {batch}", ["cafe", "ngo"]));
        }

        var runs = await _bench.DrainAsync();

        Assert.Equal(1, runs);
        Assert.Equal([10, 8], _bench.Service.Calls.Select(call => call.Length));
        Assert.Equal(18, _bench.Service.Billed.Distinct().Count());
        Assert.All(await _bench.MentionsAsync("ngo"), mention => Assert.Null(mention.Score.Pending));
        await _bench.AssertCountsAsync("cafe");
        await _bench.AssertCountsAsync("ngo");
    }

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
    public async Task Redelivery_OfEveryMessage_ChangesAndCostsNothing()
    {
        await _bench.CollectAsync(("a", "1 one", ["cafe"]), ("b", "1 two", ["cafe"]));
        var message = Assert.Single(await _bench.Queues.PeekAsync(QueueNames.Rescoring, 32, default));
        await _bench.DrainAsync();
        var before = await _bench.MentionsAsync();

        await _bench.CollectAsync(("a", "1 one", ["cafe"]), ("b", "1 two", ["cafe"]));
        await _bench.Queues.SendAsync(QueueNames.Rescoring, [message.Text, message.Text], TimeSpan.Zero, default);
        await _bench.DrainAsync();

        Assert.Equal(2, _bench.Service.Billed.Count);
        Assert.Equal(before.Select(mention => mention.Revision), (await _bench.MentionsAsync()).Select(mention => mention.Revision));
        await _bench.AssertCountsAsync();
    }

    [Fact]
    public async Task Throttled_Texts_KeepTheEmbeddedAnswerMarkedAndAreRescoredLater()
    {
        _bench.Service.Outage = Throttled;
        await _bench.CollectAsync([.. Enumerable.Range(0, 25).Select(i => $"1 text {i}")]);
        await _bench.DrainAsync();

        Assert.Single(_bench.Service.Calls);
        Assert.All(await _bench.MentionsAsync(), mention => Assert.Equal((PendingReason.Throttled, SentimentLabel.Neutral), (mention.Score.Pending, mention.Sentiment)));
        Assert.Equal(0, await _bench.CommittedAsync());

        _bench.Service.Outage = null;
        _bench.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(25, await _bench.RescorePendingAsync());

        Assert.All(await _bench.MentionsAsync(), mention => Assert.Equal((null, SentimentLabel.Negative), (mention.Score.Pending, mention.Sentiment)));
        Assert.Equal(25, _bench.Service.Billed.Count);
        await _bench.AssertCountsAsync();
    }

    [Fact]
    public async Task Unavailable_Service_HoldsNothingUp()
    {
        _bench.Service.Outage = Down;
        await _bench.CollectAsync("1 a");
        Assert.Equal(1, await _bench.DrainAsync());
        Assert.Equal(PendingReason.Unavailable, Assert.Single(await _bench.MentionsAsync()).Score.Pending);
        var revision = (await _bench.MentionsAsync())[0].Revision;

        // While it stays away the marks stay as they are: nothing is written again and again.
        await _bench.RescorePendingAsync();
        Assert.Equal(revision, (await _bench.MentionsAsync())[0].Revision);
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
    public async Task UnsupportedLanguage_Text_StaysEmbeddedForGoodAndTheLanguageIsAskedOnce()
    {
        await _bench.CollectAsync("et tere", "1 merci");
        await _bench.DrainAsync();
        await _bench.CollectAsync("et head aega");
        await _bench.DrainAsync();

        Assert.Single(_bench.Service.Calls);
        Assert.All((await _bench.MentionsAsync()).Where(mention => mention.Score.Language == "et"), mention =>
            Assert.Equal((null, "embedded/test", ScoringMode.Cascade), (mention.Score.Pending, mention.Score.Engine, mention.Score.Mode)));
        Assert.Equal(1, await _bench.CommittedAsync());
    }

    [Fact]
    public async Task Killed_BetweenCallAndLedger_AsksThatCallAgainAndCountsBoth()
    {
        await _bench.CollectAsync([.. Enumerable.Range(0, 25).Select(i => $"1 text {i}")]);
        var message = Assert.Single(await _bench.Queues.ReceiveAsync(QueueNames.Rescoring, 32, TimeSpan.FromMinutes(1), default));
        Assert.True(QueueText.TryDecode(message.Text, out var text));

        // The second call of three dies after the service billed it.
        var calls = 0;
        _bench.Service.Meanwhile = () =>
        {
            _bench.Service.DiesAfterBilling = ++calls == 2 ? new InvalidProgramException("killed") : null;
            return Task.CompletedTask;
        };
        await Assert.ThrowsAsync<InvalidProgramException>(() => _bench.Instance().HardCases.ProcessAsync(text, default));
        _bench.Clock.Advance(PaidAnswers.ClaimTime);
        await _bench.DrainAsync();

        Assert.Equal(25, _bench.Service.Billed.Distinct().Count());
        Assert.Equal(35, _bench.Service.Billed.Count);
        Assert.Equal(35, await _bench.CommittedAsync());
        Assert.All(await _bench.MentionsAsync(), mention => Assert.Equal((null, SentimentLabel.Negative), (mention.Score.Pending, mention.Sentiment)));
        await _bench.AssertCountsAsync();
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
    public async Task SwitchedBackToEmbedded_WhatWaits_IsSettledOnceWithoutAskingAnybody()
    {
        _bench.Options.DailyBudget = 1;
        _bench.Service.Outage = Down;
        await _bench.CollectAsync("1 a", "0.9 b", "0.8 c");
        await _bench.DrainAsync();
        Assert.Equal(3, (await _bench.MentionsAsync()).Count(mention => mention.Score.Pending is not null));
        var calls = _bench.Service.Calls.Count;
        _bench.Options.Mode = ScoringMode.Embedded;

        Assert.Equal(3, await _bench.RescorePendingAsync());
        var settled = await _bench.MentionsAsync();
        Assert.Equal(0, await _bench.RescorePendingAsync());

        Assert.Equal(calls, _bench.Service.Calls.Count);
        Assert.All(settled, mention => Assert.Equal((null, "embedded/test", SentimentLabel.Neutral), (mention.Score.Pending, mention.Score.Engine, mention.Sentiment)));
        Assert.Equal(settled.Select(mention => mention.Revision), (await _bench.MentionsAsync()).Select(mention => mention.Revision));
        await _bench.AssertCountsAsync();
    }

    [Fact]
    public async Task SwitchedBackToEmbedded_MessagesOnTheirWay_AreSettledAndNotPutOffAnew()
    {
        await _bench.CollectAsync("1 a");
        _bench.Options.Mode = ScoringMode.Embedded;

        await _bench.DrainAsync();

        Assert.Empty(_bench.Service.Calls);
        Assert.Null(Assert.Single(await _bench.MentionsAsync()).Score.Pending);
    }

    [Fact]
    public async Task PartialAnswer_IsUsedMarkedInTheLedgerAndCounted()
    {
        using var measured = new MeasuredCalls();
        _bench.Service.Missing = new(LanguageFailureClass.Invalid, "Personal data unknown.");

        await _bench.CollectAsync("1 a");
        await _bench.DrainAsync();

        var mention = Assert.Single(await _bench.MentionsAsync());
        Assert.Equal(("azure-language/2022-11-01", null), (mention.Score.Engine, mention.Score.Pending));
        Assert.NotEmpty(measured.Of("sociallistening.language.texts", TagNames.Outcome, "partial"));
        var key = TextKey.Of("1 a", "fr");
        Assert.True((await _bench.Storage.Ledger.FindAsync([key], default))[key].Value!.Answer!.IsPartial);
    }

    [Fact]
    public async Task Waiting_TooLong_MakesTheEmbeddedAnswerFinal()
    {
        _bench.Service.Outage = Down;
        await _bench.CollectAsync("1 a");
        await _bench.DrainAsync();
        _bench.Clock.Advance(_bench.Options.PendingFor + TimeSpan.FromMinutes(1));
        var calls = _bench.Service.Calls.Count;

        Assert.Equal(1, await _bench.RescorePendingAsync());

        Assert.Equal(calls, _bench.Service.Calls.Count);
        Assert.Equal((null, "embedded/test"), ((await _bench.MentionsAsync())[0].Score.Pending, (await _bench.MentionsAsync())[0].Score.Engine));
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
    public async Task Correction_BeforeTheAnswer_StaysAndTheScoreFollowsBeneath()
    {
        await _bench.CollectAsync(("a", "1 a", ["cafe"]));
        await _bench.Storage.Corrections.CorrectAsync("cafe", "mastodon:a", new SentimentCorrection(SentimentLabel.Positive, _bench.Clock.GetUtcNow(), "someone", null), null, default);

        await _bench.DrainAsync();
        await _bench.RescorePendingAsync();

        var mention = Assert.Single(await _bench.MentionsAsync());
        Assert.Equal((SentimentLabel.Positive, SentimentLabel.Negative, null), (mention.Sentiment, mention.Score.Sentiment, mention.Score.Pending));
        Assert.Single(_bench.Service.Billed);
    }

    [Fact]
    public async Task PersonalData_InAText_NeverReachesTheService()
    {
        await _bench.CollectAsync("1 call me on +33 6 12 34 56 78 or jeanne@example.org");
        await _bench.DrainAsync();

        var sent = Assert.Single(Assert.Single(_bench.Service.Calls));
        Assert.DoesNotContain("12 34 56", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("jeanne", sent, StringComparison.Ordinal);
        Assert.Contains("****", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opinions_OnTheBrand_BecomeTheToneTowardsIt()
    {
        _bench.Service.Opinions = [new TargetOpinion("le café boréal", 2, SentimentLabel.Positive, 0.1f, 0.8f), new TargetOpinion("Starbeans", 30, SentimentLabel.Negative, 1, 0)];
        await _bench.CollectAsync("1 Le Café Boréal est bien plus honnête que Starbeans, ces voleurs !", "1 sans autre nom");
        var embedded = (await _bench.MentionsAsync()).Select(mention => mention.Score.Target).Where(target => target is not null).ToArray();
        await _bench.DrainAsync();

        var judged = await _bench.MentionsAsync();
        Assert.Equal(embedded.Length, judged.Count(mention => mention.Score.Target is not null));
        Assert.Single(embedded);
        var target = Assert.Single(judged, mention => mention.Score.Target is not null).Score.Target!;
        Assert.Equal((SentimentLabel.Positive, 0.8f), (target.Sentiment, target.Positive));
        Assert.Equal(1, target.Negative + target.Neutral + target.Positive, 5);
    }

    [Fact]
    public async Task Erased_WhileItWaits_NeverReachesTheService()
    {
        await _bench.CollectAsync(("gone", "1 this one is erased", ["cafe"]), ("stays", "1 this one stays", ["cafe"]));
        _bench.Erased.Ids.Add("mastodon:gone");

        await _bench.DrainAsync();

        Assert.Equal(["1 this one stays"], Assert.Single(_bench.Service.Calls));
    }

    [Fact]
    public async Task Neighbours_OfAMessageThatFails_AreThereAgainAtOnce()
    {
        await _bench.CollectAsync("1 a");
        await _bench.CollectAsync("1 b");
        var first = Assert.Single(await _bench.Queues.ReceiveAsync(QueueNames.Rescoring, 1, TimeSpan.FromMinutes(10), default));
        Assert.True(QueueText.TryDecode(first.Text, out var text));
        _bench.Service.DiesAfterBilling = new InvalidProgramException("killed");

        await Assert.ThrowsAsync<InvalidProgramException>(() => _bench.Instance().HardCases.ProcessAsync(text, default));

        Assert.Single(await _bench.Queues.ReceiveAsync(QueueNames.Rescoring, 32, TimeSpan.FromMinutes(10), default));
    }

    [Fact]
    public async Task LastDelivery_OfAMessageTakenAlong_IsTriedAndNotGivenBack()
    {
        await _bench.CollectAsync("1 tired");
        for (var failures = 0; failures < 4; failures++)
        {
            await _bench.Queues.ReceiveAsync(QueueNames.Rescoring, 1, TimeSpan.FromSeconds(1), default);
            _bench.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var tired = Assert.Single(await _bench.Queues.PeekAsync(QueueNames.Rescoring, 32, default));
        Assert.True(QueueText.TryDecode(tired.Text, out var text));
        await _bench.CollectAsync("1 fresh");
        var both = await _bench.Queues.PeekAsync(QueueNames.Rescoring, 32, default);
        Assert.True(QueueText.TryDecode(both.Single(message => message.Id != tired.Id).Text, out var fresh));

        await _bench.Instance().HardCases.ProcessAsync(fresh, default);

        Assert.DoesNotContain(await _bench.Queues.PeekAsync(QueueNames.Rescoring, 32, default), message => message.Id == tired.Id);
        Assert.Equal(["1 fresh", "1 tired"], _bench.Service.Billed.Order());
        Assert.NotEmpty(text);
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

    [Fact]
    public async Task UnreadableMessage_GoesToPoisonAndTheOthersAreWorkedOff()
    {
        await _bench.Queues.SendAsync(QueueNames.Rescoring, [QueueText.Encode("nonsense")], TimeSpan.Zero, default);
        await _bench.CollectAsync("1 a");

        await _bench.DrainAsync();

        Assert.Single(_bench.Service.Billed);
        Assert.Single(await _bench.Queues.PeekAsync("rescoring-poison", 32, default));
        Assert.Equal(0, (await _bench.Queues.GetDepthAsync(QueueNames.Rescoring, default)).Messages);
    }

    public void Dispose() => _bench.Dispose();

    private static HardText Text(string text) => new(TextKey.Of(text, "fr"), new LanguageQuestion(text, "fr"), 1);

    private static double Unsure(ScoredMention mention) => mention.Score.Positive;
}
