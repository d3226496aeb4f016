using SocialListening.Contracts;
using SocialListening.Tests.Fakes;

namespace SocialListening.Tests.Spikes.Running;

public sealed class SpikeDetectionStageTests
{
    private readonly DetectionBench _bench = new();

    [Fact]
    public async Task Detect_SuddenCrisisAfterQuietDays_RaisesOneAlertThatExplainsItself()
    {
        await _bench.RunAsync(TimeSpan.FromDays(4), perBucket: _ => 1);
        Assert.Empty(await _bench.AlertsAsync());
        await _bench.RunAsync(TimeSpan.FromHours(3), perBucket: _ => 30, Angry);

        var alert = Assert.Single(await _bench.AlertsAsync());
        Assert.Equal("all", alert.Series);
        Assert.True(alert.Observed > alert.ExpectedHigh, "observed must lie above the expected range");
        Assert.InRange(alert.OnsetUtc, Samples.Noon.AddDays(4).AddMinutes(-30), Samples.Noon.AddDays(4).AddMinutes(30));
        Assert.Contains(alert.Drivers, driver => driver is { Kind: "term", Value: "entrepôt" });
        Assert.Contains(alert.Drivers, driver => driver is { Kind: "sentiment", Value: "negative" });
        Assert.NotEmpty(alert.Posts);
        Assert.Equal(1, alert.Completeness);
        Assert.Contains(_bench.Queued, message => message.AlertId == alert.Id);
    }

    [Fact]
    public async Task Detect_Again_JudgesNothingTwice()
    {
        await _bench.RunAsync(TimeSpan.FromHours(6), perBucket: _ => 1);
        Assert.Equal(0, await _bench.DetectAsync());
    }

    [Fact]
    public async Task Detect_GapInCollection_IsNoSilenceAndNoBaseline()
    {
        await _bench.RunAsync(TimeSpan.FromDays(4), perBucket: _ => 4);
        await _bench.RunAsync(TimeSpan.FromHours(2), perBucket: _ => 0, covered: false);
        await _bench.RunAsync(TimeSpan.FromHours(4), perBucket: _ => 4);
        Assert.Empty(await _bench.AlertsAsync());
    }

    [Fact]
    public async Task Detect_BucketNotCoveredYet_IsWaitedForThenJudgedWithoutIt()
    {
        await _bench.RunAsync(TimeSpan.FromHours(2), perBucket: _ => 1);
        _bench.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(0, await _bench.DetectAsync());
        _bench.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.True(await _bench.DetectAsync() > 0);
    }

    [Fact]
    public async Task Detect_TwoInstancesAtOnce_CommitOneResult()
    {
        await _bench.RunAsync(TimeSpan.FromHours(6), perBucket: _ => 1);
        _bench.Cover(TimeSpan.FromMinutes(5));
        _bench.Clock.Advance(TimeSpan.FromMinutes(5));
        var other = 0;
        _bench.Alerts.BeforeNextCommit = async () => other = await _bench.Stage().DetectAsync("atlas", default, CancellationToken.None);
        var mine = await _bench.Stage().DetectAsync("atlas", default, CancellationToken.None);
        Assert.Equal((1, 0), (other, mine));
    }

    [Fact]
    public async Task Detect_CrashBetweenQueueAndNote_QueuesTheAlertAgainAndNothingIsLost()
    {
        await _bench.RunAsync(TimeSpan.FromDays(4), perBucket: _ => 1);
        _bench.Alerts.FailNextMarkQueued = new IOException("crash");
        await _bench.RunAsync(TimeSpan.FromHours(2), perBucket: _ => 30, Angry);
        var alert = Assert.Single(await _bench.AlertsAsync());
        Assert.True(_bench.Queued.Count(message => message == new AlertMessage("atlas", alert.Id, 1)) >= 2);
        Assert.Empty(await _bench.Alerts.ListPendingAsync("atlas", CancellationToken.None));
    }

    [Fact]
    public async Task Detect_StateOfAnotherLayout_LearnsAnewWithoutTellingThePastAgain()
    {
        await _bench.RunAsync(TimeSpan.FromDays(4), perBucket: _ => 1);
        await _bench.RunAsync(TimeSpan.FromHours(3), perBucket: _ => 30, Angry);
        await _bench.RunAsync(TimeSpan.FromHours(30), perBucket: _ => 1);
        var told = await _bench.AlertsAsync();
        var queued = _bench.Queued.Count();
        Assert.Single(told);

        var (state, version) = await _bench.Alerts.GetDetectionStateAsync("atlas", CancellationToken.None);
        state!.AsSpan(state.AsSpan().IndexOf("SLSPIKE"u8)).Slice(7, 1)[0] = (byte)'0';
        Assert.True(await _bench.Alerts.TryCommitAsync("atlas", state!, version, _bench.Clock.GetUtcNow(), [], CancellationToken.None));
        Assert.True(await _bench.DetectAsync() > 1_000);
        await _bench.RunAsync(TimeSpan.FromHours(6), perBucket: _ => 1);

        Assert.Equal(told.Select(alert => (alert.Id, alert.Revision)), (await _bench.AlertsAsync()).Select(alert => (alert.Id, alert.Revision)));
        Assert.Equal(queued, _bench.Queued.Count());

        await _bench.RunAsync(TimeSpan.FromHours(3), perBucket: _ => 60, Angry);
        Assert.Equal(2, (await _bench.AlertsAsync()).Count);
    }

    [Fact]
    public async Task Detect_BrandNoLongerConfigured_IsPassedOver() =>
        Assert.Equal(0, await _bench.Stage().DetectAsync("gone", default, CancellationToken.None));

    [Fact]
    public async Task Detect_FirstMorningOfANewBrand_IsNoAlert()
    {
        await _bench.RunAsync(TimeSpan.FromHours(7), perBucket: i => i % 12 == 0 ? 1 : 0);
        await _bench.RunAsync(TimeSpan.FromHours(4), perBucket: i => i % 4 == 0 ? 1 : 0);
        Assert.Empty(await _bench.AlertsAsync());
    }

    private static ScoredMention Angry(ScoredMention post) => DetectionBench.WithTone(post, SentimentLabel.Negative, "Scandale entrepôt Solidarité Atlas");
}
