using SocialListening.Contracts;
using SocialListening.Platforms;
using SocialListening.Tests.Fakes;

namespace SocialListening.Tests.Collecting;

public sealed class SourceCollectorTests
{
    [Fact]
    public async Task Collect_TextWithPersonalData_IsMatchedAsWrittenAndQueuedMasked()
    {
        var bench = new CollectingBench();
        bench.Post("1", TimeSpan.FromMinutes(1), "Écrivez à Atlas@exemple.fr ou au 06 12 34 56 78");

        await bench.PollAsync();

        var batch = Assert.Single(bench.QueuedBatches);
        Assert.True(batch.Masked);
        Assert.Equal("Écrivez à **************** ou au **************", Assert.Single(batch.Mentions).Mention.Text);
    }

    [Fact]
    public async Task Collect_FirstPoll_QueuesTheLookbackAndMovesTheWatermarkToTheNewestPost()
    {
        var bench = new CollectingBench();
        bench.Post("new", TimeSpan.FromMinutes(3));
        bench.Post("older", TimeSpan.FromHours(5));
        bench.Post("too-old", TimeSpan.FromDays(3));

        var outcome = await bench.PollAsync();

        Assert.Equal(2, outcome.Queued);
        Assert.Equal(["new", "older"], bench.QueuedIds);
        Assert.Equal(Samples.Noon.AddMinutes(-3), bench.State.Watermark);
        Assert.Equal(Samples.Noon, bench.State.CoveredUntil);
        Assert.Equal("memo-1", bench.State.Memo);
    }

    [Fact]
    public async Task Collect_EmptyPage_NeverAdvancesTheWatermarkFromTheClock()
    {
        var bench = new CollectingBench();
        bench.Post("a", TimeSpan.FromMinutes(3));
        await bench.PollAsync();
        var watermark = bench.State.Watermark;
        bench.Clock.Advance(TimeSpan.FromHours(2));
        bench.Connector.Posts.Clear();

        await bench.PollAsync();

        Assert.Equal(watermark, bench.State.Watermark);
        Assert.Equal(Samples.Noon.AddHours(2), bench.State.CoveredUntil);
    }

    [Fact]
    public async Task Collect_AgainWithinTheOverlap_QueuesOnlyWhatIsNew()
    {
        var bench = new CollectingBench();
        bench.Post("a", TimeSpan.FromMinutes(3));
        await bench.PollAsync();
        bench.Clock.Advance(TimeSpan.FromMinutes(5));
        bench.Post("late-but-within-overlap", TimeSpan.FromMinutes(9));
        bench.Post("b", TimeSpan.FromMinutes(1));

        var outcome = await bench.PollAsync();

        Assert.Equal(2, outcome.Queued);
        Assert.Equal(["a", "b", "late-but-within-overlap"], bench.QueuedIds);
        Assert.Equal(bench.Connector.Requests[1].Since, Samples.Noon.AddMinutes(-13));
    }

    [Fact]
    public async Task Collect_PageBudgetSpent_LeavesAGapThatTheNextRunsFinishBeforeTheWatermarkMoves()
    {
        var source = Samples.Source() with { MaxPagesPerPoll = 2 };
        var bench = new CollectingBench(source, pageSize: 10);
        for (var i = 0; i < 55; i++)
        {
            bench.Post($"p{i:00}", TimeSpan.FromMinutes(i + 1));
        }

        await bench.PollAsync();
        Assert.Null(bench.State.Watermark);
        Assert.NotNull(bench.State.Gap);
        Assert.False(bench.Coverage.Records[0].Complete);
        Assert.Contains("page budget", bench.Coverage.Records[0].Reason, StringComparison.Ordinal);

        for (var run = 0; run < 4 && bench.State.Gap is not null; run++)
        {
            bench.Clock.Advance(TimeSpan.FromMinutes(5));
            await bench.PollAsync();
        }

        bench.Clock.Advance(TimeSpan.FromMinutes(5));
        await bench.PollAsync();
        Assert.Null(bench.State.Gap);
        Assert.Equal(Samples.Noon.AddMinutes(-1), bench.State.Watermark);
        Assert.Equal(55, bench.QueuedIds.Distinct().Count());
        Assert.True(bench.Coverage.Records[^1].Complete);
    }

    [Fact]
    public async Task Collect_FailureInTheMiddle_KeepsWhatWasReadAndResumesWithoutLoss()
    {
        var bench = new CollectingBench(pageSize: 10);
        for (var i = 0; i < 35; i++)
        {
            bench.Post($"p{i:00}", TimeSpan.FromMinutes(i + 1));
        }

        bench.Connector.FailOnCall[3] = new FetchFailure(FailureClass.Transient, "mastodon.example answered 503. It is tried again.");
        var outcome = await bench.PollAsync();
        Assert.Equal(FailureClass.Transient, outcome.FailureClass);
        Assert.Equal(20, outcome.Queued);
        Assert.Null(bench.State.Watermark);
        Assert.Equal(1, bench.State.ConsecutiveFailures);
        Assert.Contains("503", bench.State.LastError, StringComparison.Ordinal);

        bench.Clock.Advance(TimeSpan.FromMinutes(5));
        await bench.PollAsync();
        Assert.Equal(35, bench.QueuedIds.Distinct().Count());
        Assert.Equal(Samples.Noon.AddMinutes(-1), bench.State.Watermark);
        Assert.Equal(0, bench.State.ConsecutiveFailures);
        Assert.Null(bench.State.LastError);
    }

    [Fact]
    public async Task Collect_OutageOfTwoHours_BackfillsItAndSaysThatItWasCovered()
    {
        var bench = new CollectingBench();
        bench.Post("before", TimeSpan.FromMinutes(2));
        await bench.PollAsync();
        for (var call = 2; call <= 25; call++)
        {
            bench.Connector.FailOnCall[call] = new FetchFailure(FailureClass.Transient, "down");
            bench.Clock.Advance(TimeSpan.FromMinutes(5));
            bench.Post($"during-{call}", TimeSpan.FromMinutes(1));
            await bench.PollAsync();
        }

        Assert.Equal(Samples.Noon, bench.State.CoveredUntil);
        bench.Clock.Advance(TimeSpan.FromMinutes(5));
        await bench.PollAsync();

        Assert.Equal(25, bench.QueuedIds.Distinct().Count());
        var backfill = bench.Coverage.Records[^1];
        Assert.True(backfill.Complete);
        Assert.Equal((Samples.Noon, Samples.Noon.AddMinutes(125)), (backfill.From, backfill.To));
    }

    [Fact]
    public async Task Collect_Throttled_WaitsUntilThePlatformsOwnTime()
    {
        var bench = new CollectingBench();
        bench.Connector.FailOnCall[1] = new FetchFailure(FailureClass.Throttle, "mastodon.example asks to wait.", Samples.Noon.AddMinutes(42));
        await bench.PollAsync();
        Assert.Equal(Samples.Noon.AddMinutes(42), bench.State.NextDueAtUtc);
    }

    [Fact]
    public async Task Collect_TransientFailures_BackOffExponentiallyUpToTheLongest()
    {
        var bench = new CollectingBench();
        var waits = new List<double>();
        for (var call = 1; call <= 8; call++)
        {
            bench.Connector.FailOnCall[call] = new FetchFailure(FailureClass.Transient, "down");
            await bench.PollAsync();
            waits.Add((bench.State.NextDueAtUtc!.Value - bench.Clock.GetUtcNow()).TotalSeconds);
        }

        Assert.Equal([30, 60, 120, 240, 480, 900, 900, 900], waits);
    }

    [Fact]
    public async Task Collect_PageTokenNoLongerValid_StartsTheRunAnewOnce()
    {
        var bench = new CollectingBench(pageSize: 10);
        for (var i = 0; i < 15; i++)
        {
            bench.Post($"p{i:00}", TimeSpan.FromMinutes(i + 1));
        }

        bench.Connector.FailOnCall[2] = new FetchFailure(FailureClass.Transient, "Invalid cursor", RestartRun: true);
        var outcome = await bench.PollAsync();
        Assert.Null(outcome.FailureClass);
        Assert.Equal(15, bench.QueuedIds.Distinct().Count());
        Assert.Null(bench.Connector.Requests[2].PageToken);
    }

    [Fact]
    public async Task Collect_GapWhoseTokenHasExpired_GoesOnByTime()
    {
        var bench = new CollectingBench(Samples.Source() with { MaxPagesPerPoll = 3 }, pageSize: 10);
        for (var i = 0; i < 45; i++)
        {
            bench.Post($"p{i:00}", TimeSpan.FromMinutes(i + 1));
        }

        await bench.PollAsync();
        bench.Connector.FailOnCall[4] = new FetchFailure(FailureClass.Transient, "Invalid cursor", RestartRun: true);
        bench.Clock.Advance(TimeSpan.FromMinutes(5));
        await bench.PollAsync();
        Assert.Equal(45, bench.QueuedIds.Distinct().Count());
        Assert.Equal(Samples.Noon.AddMinutes(-1), bench.State.Watermark);
    }

    [Fact]
    public async Task Collect_EmptyAnswerThatMayHideAnOutage_CoversNothing()
    {
        var bench = new CollectingBench();
        bench.Connector.Conclusive = false;
        await bench.PollAsync();
        Assert.Null(bench.State.CoveredUntil);
        Assert.False(Assert.Single(bench.Coverage.Records).Complete);
    }

    [Fact]
    public async Task Collect_PostOfATopic_CarriesItsBrandsTopicsOnly()
    {
        var bench = new CollectingBench();
        bench.Connector.Posts.Add(Samples.Mention("about-photos", Samples.Noon.AddMinutes(-1), "Les photos d'Atlas"));
        bench.Post("other", TimeSpan.FromMinutes(2));
        await bench.PollAsync();
        var batch = MentionBatchCodec.Unpack(Assert.Single(bench.Queues.Texts(QueueNames.Mentions)));
        Assert.Equal(["atlas/photos"], batch.Mentions.Single(matched => matched.Mention.PlatformPostId == "about-photos").Topics);
        Assert.Empty(batch.Mentions.Single(matched => matched.Mention.PlatformPostId == "other").Topics);
    }

    [Fact]
    public async Task Collect_PostFromTheFuture_IsDatedToThePoll()
    {
        var bench = new CollectingBench();
        bench.Post("skewed", TimeSpan.FromHours(-30));
        await bench.PollAsync();
        Assert.Equal(Samples.Noon, bench.State.Watermark);
        var batch = MentionBatchCodec.Unpack(Assert.Single(bench.Queues.Texts(QueueNames.Mentions)));
        Assert.Equal(Samples.Noon, batch.Mentions[0].Mention.CreatedAtUtc);
    }

    [Fact]
    public async Task Collect_OneStrayOldPostOnAPage_DoesNotEndTheRun()
    {
        var bench = new CollectingBench(pageSize: 10);
        for (var i = 0; i < 30; i++)
        {
            bench.Post($"p{i:00}", TimeSpan.FromMinutes(i + 1));
        }

        bench.Connector.Posts.Add(Samples.Mention("pinned", Samples.Noon.AddDays(-9)));
        await bench.PollAsync();
        Assert.Equal(30, bench.QueuedIds.Count());
    }

    [Fact]
    public async Task Collect_TheSameOrderTwiceAtOnce_LeavesOneResult()
    {
        var bench = new CollectingBench();
        bench.Post("a", TimeSpan.FromMinutes(3));
        bench.States.BeforeNextSave = () => bench.PollAsync();
        await bench.PollAsync();
        Assert.Equal(Samples.Noon.AddMinutes(-3), bench.State.Watermark);
        Assert.Equal(["a", "a"], bench.QueuedIds);
    }

    [Fact]
    public async Task Collect_CrashBeforeTheStateIsSaved_RepeatsTheRunAndLosesNothing()
    {
        var bench = new CollectingBench();
        bench.Post("a", TimeSpan.FromMinutes(3));
        bench.States.BeforeNextSave = () => throw new IOException("power");
        await Assert.ThrowsAsync<IOException>(bench.PollAsync);
        Assert.Null(bench.States[bench.Source.Id]);
        await bench.PollAsync();
        Assert.Equal(["a", "a"], bench.QueuedIds);
        Assert.Equal(Samples.Noon.AddMinutes(-3), bench.State.Watermark);
    }

    [Fact]
    public async Task Collect_StaleOrder_IsDropped()
    {
        var bench = new CollectingBench();
        var outcome = await bench.Collector.CollectAsync(
            new PollOrder { SourceId = bench.Source.Id, OrderedAtUtc = Samples.Noon.AddHours(-2), ExpiresAtUtc = Samples.Noon.AddHours(-1) }, CancellationToken.None);
        Assert.Contains("stale", outcome.Reason, StringComparison.Ordinal);
        Assert.Empty(bench.Connector.Requests);
    }

    [Fact]
    public async Task Collect_PlatformWithoutConnector_IsVisibleAsAFailureWithAdvice()
    {
        var bench = new CollectingBench(Samples.Source() with { Platform = PlatformNames.Bluesky });
        var outcome = await bench.PollAsync();
        Assert.Equal(FailureClass.Permanent, outcome.FailureClass);
        Assert.Contains("bluesky", bench.State.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Collect_AuthorsOfABrandThatKeepsNoIdentity_LeaveOnlyPseudonyms()
    {
        var bench = new CollectingBench();
        bench.Post("a", TimeSpan.FromMinutes(3));
        await bench.PollAsync();
        var text = Assert.Single(bench.Queues.Texts(QueueNames.Mentions));
        var mention = MentionBatchCodec.Unpack(text).Mentions[0].Mention;
        Assert.Equal(("p_x", null, null), (mention.AuthorId, mention.AuthorHandle, mention.AuthorDisplayName));
    }
}
