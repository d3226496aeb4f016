using SocialListening.Contracts;
using SocialListening.Functions.Tests.Telemetry;
using SocialListening.Scoring.Cascade;
using SocialListening.Telemetry;

namespace SocialListening.Functions.Tests.Scoring;

/// <summary>Which texts go to the language service, and what becomes of its answers.</summary>
public sealed class CascadeTests : IDisposable
{
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

    public void Dispose() => _bench.Dispose();

    private static double Unsure(ScoredMention mention) => mention.Score.Positive;
}
