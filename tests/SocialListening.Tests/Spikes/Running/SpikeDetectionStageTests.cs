using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SocialListening.Contracts;
using SocialListening.Rollups;
using SocialListening.Spikes;
using SocialListening.Spikes.Running;
using SocialListening.Tests.Fakes;
using SocialListening.Tests.Time;

namespace SocialListening.Tests.Spikes.Running;

public sealed class SpikeDetectionStageTests
{
    private readonly MemoryMentions _mentions = new();
    private readonly MemoryCoverage _coverage = new();
    private readonly MemoryAlerts _alerts = new();
    private readonly MemoryQueues _queues = new();
    private readonly ManualTimeProvider _clock = new(Samples.Noon);
    private int _posts;

    [Fact]
    public async Task Detect_SuddenCrisisAfterQuietDays_RaisesOneAlertThatExplainsItself()
    {
        await RunAsync(TimeSpan.FromDays(4), perBucket: _ => 1);
        Assert.Empty(await AlertsAsync());
        await RunAsync(TimeSpan.FromHours(3), perBucket: _ => 30, text: "Scandale entrepôt Solidarité Atlas", tone: SentimentLabel.Negative);

        var alert = Assert.Single(await AlertsAsync());
        Assert.Equal("all", alert.Series);
        Assert.True(alert.Observed > alert.ExpectedHigh, "observed must lie above the expected range");
        Assert.InRange(alert.OnsetUtc, Samples.Noon.AddDays(4).AddMinutes(-30), Samples.Noon.AddDays(4).AddMinutes(30));
        Assert.Contains(alert.Drivers, driver => driver is { Kind: "term", Value: "entrepôt" });
        Assert.Contains(alert.Drivers, driver => driver is { Kind: "sentiment", Value: "negative" });
        Assert.NotEmpty(alert.Posts);
        Assert.Equal(1, alert.Completeness);
        Assert.Contains(_queues.Texts(QueueNames.Alerts), text => AlertMessageCodec.Read(text).AlertId == alert.Id);
    }

    [Fact]
    public async Task Detect_Again_JudgesNothingTwice()
    {
        await RunAsync(TimeSpan.FromHours(6), perBucket: _ => 1);
        Assert.Equal(0, await Stage().DetectAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Detect_GapInCollection_IsNoSilenceAndNoBaseline()
    {
        await RunAsync(TimeSpan.FromDays(4), perBucket: _ => 4);
        await RunAsync(TimeSpan.FromHours(2), perBucket: _ => 0, covered: false);
        await RunAsync(TimeSpan.FromHours(4), perBucket: _ => 4);
        Assert.Empty(await AlertsAsync());
    }

    [Fact]
    public async Task Detect_BucketNotCoveredYet_IsWaitedForThenJudgedWithoutIt()
    {
        await RunAsync(TimeSpan.FromHours(2), perBucket: _ => 1);
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(0, await Stage().DetectAsync(CancellationToken.None));
        _clock.Advance(TimeSpan.FromMinutes(6));
        Assert.True(await Stage().DetectAsync(CancellationToken.None) > 0);
    }

    [Fact]
    public async Task Detect_TwoInstancesAtOnce_CommitOneResult()
    {
        await RunAsync(TimeSpan.FromHours(6), perBucket: _ => 1);
        Cover(TimeSpan.FromMinutes(5));
        _clock.Advance(TimeSpan.FromMinutes(5));
        var other = 0;
        _alerts.BeforeNextCommit = async () => other = await Stage().DetectAsync(CancellationToken.None);
        var mine = await Stage().DetectAsync(CancellationToken.None);
        Assert.Equal((1, 0), (other, mine));
    }

    [Fact]
    public async Task Detect_CrashBetweenQueueAndNote_QueuesTheAlertAgainAndNothingIsLost()
    {
        await RunAsync(TimeSpan.FromDays(4), perBucket: _ => 1);
        _alerts.FailNextMarkQueued = new IOException("crash");
        await RunAsync(TimeSpan.FromHours(2), perBucket: _ => 30, tone: SentimentLabel.Negative);
        var alert = Assert.Single(await AlertsAsync());
        Assert.True(_queues.Texts(QueueNames.Alerts).Count(text => AlertMessageCodec.Read(text) == new AlertMessage("atlas", alert.Id, 1)) >= 2);
        Assert.Empty(await _alerts.ListPendingAsync("atlas", CancellationToken.None));
    }

    [Fact]
    public async Task Detect_FirstMorningOfANewBrand_IsNoAlert()
    {
        await RunAsync(TimeSpan.FromHours(7), perBucket: i => i % 12 == 0 ? 1 : 0);
        await RunAsync(TimeSpan.FromHours(4), perBucket: i => i % 4 == 0 ? 1 : 0);
        Assert.Empty(await AlertsAsync());
    }

    private Task<IReadOnlyList<Alert>> AlertsAsync() => _alerts.ListAsync("atlas", null, 100, CancellationToken.None);

    private SpikeDetectionStage Stage() => new(
        new FixedCatalog(Samples.Brand()), new MultiScaleSpikeDetector(), _mentions, _mentions, _coverage, _alerts, _queues, _clock, Options.Create(new SpikeDetectionOptions()), NullLogger<SpikeDetectionStage>.Instance);

    private async Task RunAsync(TimeSpan length, Func<int, int> perBucket, string text = "Bonjour Solidarité Atlas", SentimentLabel tone = SentimentLabel.Neutral, bool covered = true)
    {
        for (var i = 0; i < length / RollupBucket.Length; i++)
        {
            var start = _clock.GetUtcNow();
            var mentions = Enumerable.Range(0, perBucket(i)).Select(_ => Post(start, text, tone)).ToArray();
            await _mentions.StoreAsync("atlas", mentions, CancellationToken.None);
            if (covered)
            {
                Cover(RollupBucket.Length);
            }

            _clock.Advance(RollupBucket.Length);
            if (i % 12 == 0 || length < TimeSpan.FromDays(1))
            {
                await Stage().DetectAsync(CancellationToken.None);
            }
        }

        await Stage().DetectAsync(CancellationToken.None);
    }

    private ScoredMention Post(DateTimeOffset at, string text, SentimentLabel tone)
    {
        var number = ++_posts;
        var mention = Samples.Mention(number.ToString(System.Globalization.CultureInfo.InvariantCulture), at.AddSeconds(number % 300), $"{text} {Words(number)}") with { AuthorId = $"author-{number}" };
        return Samples.Scored(mention, tone);
    }

    // Different enough words that posts are no near-duplicates of each other.
    private static string Words(int number)
    {
        var random = new Random(number);
        return string.Join(' ', Enumerable.Range(0, 8).Select(_ => string.Concat(Enumerable.Range(0, 7).Select(_ => (char)('a' + random.Next(26))))));
    }

    private void Cover(TimeSpan length) => _coverage.Records.Add(new CoverageRecord
    {
        BrandId = "atlas",
        SourceId = "atlas/feed",
        From = _clock.GetUtcNow(),
        To = _clock.GetUtcNow() + length,
        Complete = true,
        Mentions = 0,
        PolledAtUtc = _clock.GetUtcNow() + length,
    });
}
