using SocialListening.Contracts;
using SocialListening.Tests.Fakes;

namespace SocialListening.Tests.Collecting;

public sealed class PollPlannerTests
{
    [Fact]
    public async Task OrderDue_SourceNeverPolled_IsOrderedOnceUntilItsCadenceHasPassed()
    {
        var bench = new CollectingBench();
        Assert.Equal(1, await bench.Planner.OrderDueAsync(CancellationToken.None));
        Assert.Equal(0, await bench.Planner.OrderDueAsync(CancellationToken.None));
        bench.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(1, await bench.Planner.OrderDueAsync(CancellationToken.None));
    }

    [Fact]
    public async Task OrderDue_AfterALongPause_OrdersOnceAndKeepsTheRhythm()
    {
        var bench = new CollectingBench();
        await bench.Planner.OrderDueAsync(CancellationToken.None);
        bench.Clock.Advance(TimeSpan.FromMinutes(62));
        Assert.Equal(1, await bench.Planner.OrderDueAsync(CancellationToken.None));
        Assert.Equal(Samples.Noon.AddMinutes(65), bench.State.NextDueAtUtc);
    }

    [Fact]
    public async Task OrderDue_SeveralSources_GivesEachAMessageOfItsOwnSoThatNoneWaitsForAnother()
    {
        var queues = new MemoryQueues();
        var catalog = new FixedCatalog(Samples.Brand("atlas", Samples.Source("slow"), Samples.Source("well")), Samples.Brand("cafe", Samples.Source("press", "cafe")));
        var planner = new SocialListening.Collecting.PollPlanner(
            catalog, new MemorySourceStates(), queues, new SocialListening.Tests.Time.ManualTimeProvider(Samples.Noon), Microsoft.Extensions.Logging.Abstractions.NullLogger<SocialListening.Collecting.PollPlanner>.Instance);
        Assert.Equal(3, await planner.OrderDueAsync(CancellationToken.None));
        Assert.Equal(["atlas/slow", "atlas/well", "cafe/press"], queues.Texts(QueueNames.PollOrders).Select(text => PollOrderCodec.Read(text).SourceId));
    }

    [Fact]
    public async Task OrderDue_DisabledSource_IsLeftAlone()
    {
        var bench = new CollectingBench(Samples.Source() with { Enabled = false });
        Assert.Equal(0, await bench.Planner.OrderDueAsync(CancellationToken.None));
    }

    [Fact]
    public async Task OrderDue_QueueUnavailable_LeavesTheSourceDue()
    {
        var bench = new CollectingBench();
        bench.Queues.FailNextSend = new IOException("queue down");
        await Assert.ThrowsAsync<IOException>(() => bench.Planner.OrderDueAsync(CancellationToken.None));
        Assert.Equal(1, await bench.Planner.OrderDueAsync(CancellationToken.None));
    }

    [Fact]
    public async Task OrderDue_CollectorSavesMeanwhile_KeepsItsResult()
    {
        var bench = new CollectingBench();
        bench.States.Put(new SourceState { SourceId = bench.Source.Id });
        bench.States.BeforeNextSave = () =>
        {
            bench.States.Put(bench.State with { Watermark = Samples.Noon });
            return Task.CompletedTask;
        };
        await bench.Planner.OrderDueAsync(CancellationToken.None);
        Assert.Equal(Samples.Noon, bench.State.Watermark);
        Assert.Equal(Samples.Noon.AddMinutes(5), bench.State.NextDueAtUtc);
    }
}
