using SocialListening.Contracts;
using SocialListening.Scoring.Cascade;

namespace SocialListening.Functions.Tests.Scoring;

/// <summary>What becomes of texts that the service could not answer when they came.</summary>
public sealed class CascadeWaitingTests : IDisposable
{
    private static readonly LanguageFailure Throttled = new(LanguageFailureClass.Throttled, "Less.", DateTimeOffset.MaxValue);
    private static readonly LanguageFailure Down = new(LanguageFailureClass.Unavailable, "Down.");

    private readonly CascadeBench _bench = new();

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
    public async Task Erased_WhileItWaits_NeverReachesTheService()
    {
        await _bench.CollectAsync(("gone", "1 this one is erased", ["cafe"]), ("stays", "1 this one stays", ["cafe"]));
        _bench.Erased.Ids.Add("mastodon:gone");

        await _bench.DrainAsync();

        Assert.Equal(["1 this one stays"], Assert.Single(_bench.Service.Calls));
    }

    public void Dispose() => _bench.Dispose();
}
