using SocialListening.Contracts;
using SocialListening.Spikes.Running;
using SocialListening.Tests.Fakes;

namespace SocialListening.Tests.Spikes.Running;

public sealed class DetectionPlannerTests
{
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(5);

    private readonly DetectionBench _bench = new(
        Samples.Brand("quick", Samples.Source("a", "quick") with { Cadence = TimeSpan.FromMinutes(5) }, Samples.Source("b", "quick") with { Cadence = TimeSpan.FromHours(1) }),
        Samples.Brand("slow", Samples.Source("a", "slow") with { Cadence = TimeSpan.FromMinutes(15) }, Samples.Source("b", "slow") with { Cadence = TimeSpan.FromHours(1) }));

    [Fact]
    public async Task Order_OfABrandThatIsPolledRarely_WaitsForAPoll()
    {
        var planner = _bench.Planner();

        Assert.Equal(["quick", "slow"], await OrderAsync(planner));
        Assert.Equal(["quick"], await OrderAsync(planner));
        Polled("slow/b", success: _bench.Clock.GetUtcNow().AddMinutes(-1));
        Assert.Equal(["quick", "slow"], await OrderAsync(planner));
        Assert.Equal(["quick"], await OrderAsync(planner));
    }

    [Fact]
    public async Task Order_AfterAPollThatFailed_IsGivenToo()
    {
        var planner = _bench.Planner();
        await OrderAsync(planner);
        Polled("slow/a", success: Samples.Noon.AddHours(-1), failure: _bench.Clock.GetUtcNow());

        Assert.Equal(["quick", "slow"], await OrderAsync(planner));
    }

    [Fact]
    public async Task Order_WithoutAnyPoll_ComesEveryFifteenMinutes()
    {
        var planner = _bench.Planner();

        string[][] rounds = [await OrderAsync(planner), await OrderAsync(planner), await OrderAsync(planner), await OrderAsync(planner), await OrderAsync(planner)];

        Assert.Equal([2, 1, 1, 2, 1], rounds.Select(round => round.Length));
    }

    [Fact]
    public async Task Order_ByAnotherProcess_KnowsNothingOfEarlierOnes()
    {
        await OrderAsync(_bench.Planner());

        Assert.Equal(["quick", "slow"], await OrderAsync(_bench.Planner()));
    }

    [Fact]
    public async Task Order_AfterAPollThatEndedAtTheSameMoment_IsGivenOnceMore()
    {
        var planner = _bench.Planner();
        Polled("slow/a", success: _bench.Clock.GetUtcNow().AddSeconds(-20));
        await OrderAsync(planner);

        Assert.Equal(["quick", "slow"], await OrderAsync(planner));
        Assert.Equal(["quick"], await OrderAsync(planner));
    }

    // Each round is five minutes after the one before.
    private async Task<string[]> OrderAsync(DetectionPlanner planner)
    {
        var before = _bench.Queues.Texts(QueueNames.DetectionOrders).Count();
        await planner.OrderAsync(CancellationToken.None);
        _bench.Clock.Advance(Round);
        return [.. _bench.Queues.Texts(QueueNames.DetectionOrders).Skip(before).SelectMany(text => DetectionOrderCodec.Read(text).BrandIds)];
    }

    private void Polled(string sourceId, DateTimeOffset? success = null, DateTimeOffset? failure = null) =>
        _bench.Sources.Put(new SourceState { SourceId = sourceId, LastSuccessAtUtc = success, LastFailureAtUtc = failure });
}
