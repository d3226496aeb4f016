using SocialListening.Contracts;
using SocialListening.Spikes;
using SocialListening.Spikes.Running;
using SocialListening.Tests.Fakes;
using SocialListening.Tests.Time;

namespace SocialListening.Tests.Spikes.Running;

public sealed class RestoredDetectionsTests
{
    private static readonly Brand Atlas = Samples.Brand();

    private readonly ManualTimeProvider _clock = new(Samples.Noon);
    private readonly RestoredDetections _detections;

    public RestoredDetectionsTests() => _detections = new RestoredDetections(new MultiScaleSpikeDetector(), new SpikeDetectionOptions(), _clock);

    [Fact]
    public void Take_TheBytesThatWereKept_GivesTheSameDetectionOnce()
    {
        var detection = _detections.Take(Atlas, null, []);
        _detections.Keep(Atlas, [1, 2, 3], detection);

        Assert.Same(detection, _detections.Take(Atlas, [1, 2, 3], []));
        Assert.NotSame(detection, _detections.Take(Atlas, [1, 2, 3], []));
    }

    [Fact]
    public void Take_OtherBytes_RestoresAnewAndForgets()
    {
        var detection = _detections.Take(Atlas, null, []);
        _detections.Keep(Atlas, [1, 2, 3], detection);

        Assert.NotSame(detection, _detections.Take(Atlas, [1, 2, 4], []));
        Assert.NotSame(detection, _detections.Take(Atlas, [1, 2, 3], []));
    }

    [Fact]
    public void Take_ChangedBrand_RestoresAnew()
    {
        var detection = _detections.Take(Atlas, null, []);
        _detections.Keep(Atlas, [1], detection);

        Assert.NotSame(detection, _detections.Take(Atlas with { Sensitivity = AlertSensitivity.High }, [1], []));
    }

    [Fact]
    public void Keep_MoreThanFits_HoldsTheFirstUntilTheyAreIdle()
    {
        var state = new byte[RestoredDetections.MostBytes / 2];
        var held = Enumerable.Range(0, 3).Select(i => Samples.Brand($"brand-{i}")).Select(brand => (Brand: brand, Detection: _detections.Take(brand, null, []))).ToArray();
        foreach (var (brand, detection) in held)
        {
            _detections.Keep(brand, state, detection);
        }

        Assert.NotSame(held[2].Detection, _detections.Take(held[2].Brand, state, []));
        Assert.Same(held[1].Detection, _detections.Take(held[1].Brand, state, []));
        _detections.Keep(held[1].Brand, state, held[1].Detection);
        _clock.Advance(TimeSpan.FromHours(1));
        _detections.Keep(held[2].Brand, state, held[2].Detection);
        Assert.Same(held[2].Detection, _detections.Take(held[2].Brand, state, []));
        Assert.NotSame(held[0].Detection, _detections.Take(held[0].Brand, state, []));
    }

    [Fact]
    public async Task Detect_RunsWithAndWithoutNewBuckets_RestoreNoState()
    {
        var detector = new CountingDetector();
        var bench = new DetectionBench(Atlas) { Detector = detector };
        var host = bench.Stage();
        var judged = 0;
        for (var minute = 1; minute <= 60; minute++)
        {
            bench.Cover(TimeSpan.FromMinutes(1));
            bench.Clock.Advance(TimeSpan.FromMinutes(1));
            judged += await host.DetectAsync(Atlas.Id, default, CancellationToken.None);
        }

        Assert.Equal(12, judged);
        Assert.Equal(0, detector.Continued);
    }

    [Fact]
    public async Task Detect_HostsThatAlternate_EndWithTheStatesAndAlertsOfOneThatKeepsNothing()
    {
        var expected = await RunAsync(new DetectionBench(Atlas), _ => null);
        Assert.NotEmpty(expected.Alerts);

        var random = new Random(5);
        var bench = new DetectionBench(Atlas);
        var hosts = new[] { bench.Stage(), bench.Stage() };
        var actual = await RunAsync(bench, _ => hosts[random.Next(2)]);

        Assert.Equal(expected, actual);
    }

    [Fact]
    public async Task Detect_HostFailsAroundCommits_NeverRunsAheadOfWhatIsStored()
    {
        var expected = await RunAsync(new DetectionBench(Atlas), _ => null);

        var bench = new DetectionBench(Atlas) { Between = store => new FaultyAlerts(store, new Random(8), 0.05) };
        var host = bench.Stage();
        var actual = await RunAsync(bench, _ => host);

        Assert.Equal(expected, actual);
    }

    // A day of calm, an hour of crisis, three hours of calm, with posts that come late; each bucket is judged by the host given for it.
    private static async Task<(string Alerts, string State)> RunAsync(DetectionBench bench, Func<int, SpikeDetectionStage?> hosts)
    {
        for (var bucket = 0; bucket < 28 * 12; bucket++)
        {
            var crisis = bucket is >= 24 * 12 and < 25 * 12;
            await bench.PostAsync(crisis ? 40 : 1, post => crisis ? DetectionBench.WithTone(post, SentimentLabel.Negative) : post);
            if (bucket % 7 == 6)
            {
                await bench.PostAsync(2, post => post with { Mention = post.Mention with { CreatedAtUtc = post.Mention.CreatedAtUtc.AddMinutes(-40) } });
            }

            bench.Cover(BucketObservation.Length);
            bench.Clock.Advance(BucketObservation.Length);
            await JudgeAsync(hosts(bucket) ?? bench.Stage());
        }

        var alerts = (await bench.AlertsAsync()).Select(alert => System.Text.Json.JsonSerializer.Serialize(alert, SocialListeningJsonContext.Default.Alert));
        var state = (await bench.Alerts.GetDetectionStateAsync(Atlas.Id, CancellationToken.None)).Value!;
        return (string.Join('\n', alerts), Convert.ToHexString(state));
    }

    private sealed class CountingDetector : ISpikeDetector
    {
        private readonly MultiScaleSpikeDetector _inner = new();

        public int Continued { get; private set; }

        public string Version => _inner.Version;

        public IBrandSpikeDetection Restore(SpikeDetectionProfile profile, ReadOnlySpan<byte> state)
        {
            Continued += state.IsEmpty ? 0 : 1;
            return _inner.Restore(profile, state);
        }
    }

    private static async Task JudgeAsync(SpikeDetectionStage host)
    {
        while (true)
        {
            try
            {
                await host.DetectAsync(Atlas.Id, default, CancellationToken.None);
                return;
            }
            catch (IOException)
            {
                // The queue would bring the order again.
            }
        }
    }
}
