using SocialListening.Spikes;

namespace SocialListening.Tests.Spikes;

public class SpikePartTests
{
    [Fact]
    public void Observe_OnePlatformSurges_NamesItAsDriverAndReportsItsOwnSeries()
    {
        var signals = Detecting.Run(Parted());

        var whole = signals.Started("volume").First(s => s.Series == "all" && s.Hour() > 480);
        var driver = whole.Drivers.First(d => d.Series.StartsWith("platform:", StringComparison.Ordinal));
        Assert.Equal("platform:bluesky", driver.Series);
        Assert.InRange(driver.Share, 0.8, 1);
        Assert.Contains(signals.Started("volume"), s => s.Series == "platform:bluesky" && s.Hour() > 480);
        Assert.DoesNotContain(signals.Started("volume"), s => s.Series == "platform:rss" && s.Hour() > 480);
    }

    [Fact]
    public void Observe_PartThatIsHardlyEverNamedSurges_MovesExtremelyAndIsToldAsLess()
    {
        var signals = new List<SpikeSignal>();
        var open = new List<SpikeSignal>();
        var detection = Detecting.Cold();
        foreach (var bucket in Parted(most: 100, least: 0.3, surge: 40))
        {
            detection.Observe(bucket, signals);
            detection.Current(open);
        }

        var told = signals.Concat(open).Where(s => s.Series == "platform:bluesky" && s.Group == "volume" && s.Hour() > 480).ToList();
        Assert.Contains(told, s => s.OwnLevel == SpikeLevel.Extreme);
        Assert.All(told, s => Assert.InRange(s.Level, SpikeLevel.Minor, SpikeLevel.Major));
        Assert.All(signals.Where(s => s.Series == "all"), s => Assert.Equal(s.Level, s.OwnLevel));
    }

    [Fact]
    public void Restore_WithParts_ContinuesExactly()
    {
        var buckets = Parted();
        var expected = Detecting.Run(buckets).Select(s => s.Print()).ToList();
        var signals = new List<SpikeSignal>();
        var detection = Detecting.Cold();
        for (var i = 0; i < buckets.Count; i++)
        {
            if (i % 501 == 500)
            {
                detection = new MultiScaleSpikeDetector().Restore(new SpikeDetectionProfile(), detection.Save());
            }

            detection.Observe(buckets[i], signals);
        }

        Assert.Equal(expected, signals.Select(s => s.Print()));
    }

    [Fact]
    public void Save_AfterMonths_StaysWithinFourKibibytesASeries()
    {
        var detection = Detecting.Cold();
        foreach (var bucket in Parted())
        {
            detection.Observe(bucket, []);
        }

        Assert.InRange(BrandState.SeriesBytes, 1, 4096);
        Assert.InRange(detection.Save().Length, 1, (3 * 4096) + 4096);
    }

    [Fact]
    public void Current_DuringASpike_TellsItsLatestSeverity()
    {
        var detection = Detecting.Cold();
        var signals = new List<SpikeSignal>();
        foreach (var bucket in Parted().Take((480 * 12) + 60))
        {
            detection.Observe(bucket, signals);
        }

        var open = new List<SpikeSignal>();
        detection.Current(open);

        var spike = Assert.Single(open, s => s.Series == "all" && s.Group == "volume");
        Assert.Equal(SpikePhase.Ongoing, spike.Phase);
        Assert.True(spike.Severity >= signals.Started("volume").Last(s => s.Series == "all").Severity);
    }

    private static List<BucketObservation> Parted(double most = 100, double least = 100, double surge = 15)
    {
        var calm = new TrafficMaker(71, most).Make(21);
        var wild = new TrafficMaker(72, least) { Volume = h => h is > 480 and < 490 ? surge : 1 }.Make(21);
        return [.. calm.Zip(wild, (a, b) => a with
        {
            Total = a.Total + b.Total,
            Negative = a.Negative + b.Negative,
            Neutral = a.Neutral + b.Neutral,
            Positive = a.Positive + b.Positive,
            DistinctAuthors = a.DistinctAuthors + b.DistinctAuthors,
            NearDuplicates = a.NearDuplicates + b.NearDuplicates,
            Parts = [new SeriesCount("platform:rss", a.Total), new SeriesCount("platform:bluesky", b.Total)],
        })];
    }
}
