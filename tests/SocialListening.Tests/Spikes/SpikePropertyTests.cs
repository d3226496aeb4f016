using SocialListening.Spikes;

namespace SocialListening.Tests.Spikes;

public class SpikePropertyTests
{
    private const double Onset = (20 * 24) + 9;

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    public void Observe_BelowMinimumMentions_ReportsNoSpike(int seed)
    {
        var buckets = new TrafficMaker(seed, 2) { Volume = h => h >= Onset ? 10 : 1 }.Make(23);
        var loud = new SpikeDetectionProfile { MinimumMentions = 1 };
        var quiet = new SpikeDetectionProfile { MinimumMentions = 100_000 };

        Assert.NotEmpty(Detecting.Run(buckets, loud).Started("volume"));
        Assert.DoesNotContain(Detecting.Run(buckets, quiet), s => s.Phase == SpikePhase.Started && s.Group != "flow");
    }

    [Fact]
    public void Observe_AnySignal_HoldsAtLeastTheMinimumMentionsInItsWindow()
    {
        var profile = new SpikeDetectionProfile { MinimumMentions = 12, Sensitivity = SpikeSensitivity.Alert };
        var total = 0;
        for (var seed = 40; seed < 44; seed++)
        {
            var signals = Detecting.Run(new TrafficMaker(seed, 3) { Volume = h => h is > 500 and < 510 ? 12 : 1 }.Make(24), profile).Started("volume").ToList();
            total += signals.Count;
            Assert.All(signals, s => Assert.True(s.Observed >= 12, s.Print()));
        }

        Assert.True(total > 0);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(28)]
    public void Observe_SameTrafficWholeWeeksLater_GivesTheSameSignalsShifted(int days)
    {
        var shift = TimeSpan.FromDays(days);
        var buckets = Crisis(50, 200);
        var moved = buckets.Select(b => b with { Start = b.Start + shift });

        var expected = Detecting.Run(buckets).Select(s => (s with { Onset = s.Onset + shift, DetectedAt = s.DetectedAt + shift }).Print());

        Assert.Equal(expected, Detecting.Run(moved).Select(s => s.Print()));
    }

    [Fact]
    public void Observe_SameCrisisAtAHundredfoldVolume_IsSeenAboutAsSoonAndAsBad()
    {
        var small = Detecting.Run(Crisis(51, 100)).Started("volume").First(s => s.Hour() > Onset);
        var large = Detecting.Run(Crisis(51, 10_000)).Started("volume").First(s => s.Hour() > Onset);

        Assert.InRange(large.Hour() - small.Hour(), -1, 1);
        Assert.InRange(large.Severity - small.Severity, -0.7, 0.7);
    }

    [Fact]
    public void Observe_LargerCrisis_IsNeverLessSevereNorLater()
    {
        var worst = 0.0;
        var soonest = double.MaxValue;
        foreach (var factor in new[] { 4, 8, 16, 32, 64 })
        {
            var started = false;
            var severity = 0.0;
            var hour = 0.0;
            foreach (var signal in Detecting.Run(Crisis(52, 200, factor)).Where(s => s.Hour() > Onset && s.Group == "volume"))
            {
                hour = started ? hour : signal.Hour();
                started = true;
                Assert.True(signal.Severity >= severity, "Severity fell within a spike.");
                severity = signal.Severity;
            }

            Assert.True(started);
            Assert.True(severity > worst);
            Assert.True(hour <= soonest);
            worst = severity;
            soonest = hour;
        }
    }

    [Fact]
    public void Observe_MissingBuckets_AreNotTakenForZero()
    {
        static bool Gap(double h) => h is >= 300 and < 312;
        var missing = Detecting.Run(new TrafficMaker(53, 200) { Collected = h => !Gap(h) }.Make(16));
        var zero = Detecting.Run(new TrafficMaker(53, 200) { Dead = Gap }.Make(16));

        Assert.DoesNotContain(missing, s => s.Kind == SpikeKind.Silence);
        Assert.Contains(zero, s => s.Kind == SpikeKind.Silence);
    }

    [Fact]
    public void Observe_CountsOfUncollectedBuckets_AreIgnored()
    {
        var buckets = new TrafficMaker(54, 200) { Collected = h => h is < 300 or >= 330 }.Make(16);
        var garbled = buckets.Select(b => b.Collected ? b : b with { Total = 100_000, Negative = 100_000 });
        var absent = buckets.Where(b => b.Collected);

        var expected = Detecting.Run(buckets).Select(s => s.Print()).ToList();

        Assert.Equal(expected, Detecting.Run(garbled).Select(s => s.Print()));
        Assert.Equal(expected, Detecting.Run(absent).Select(s => s.Print()));
    }

    [Fact]
    public void Observe_HalfCollectedTraffic_RaisesNeitherAlarmNorSilence()
    {
        var buckets = new TrafficMaker(55, 300) { Volume = h => h >= Onset ? 0.6 : 1 }.Make(22)
            .Select(b => (b.Start - TrafficMaker.Start).TotalHours >= Onset ? b with { Completeness = 0.6 } : b);

        Assert.DoesNotContain(Detecting.Run(buckets), s => s.Hour() > Onset && s.Phase == SpikePhase.Started);
    }

    [Fact]
    public void Observe_BackfillAfterAGap_IsNoSpike()
    {
        var buckets = new TrafficMaker(56, 300) { Collected = h => h is < Onset or >= Onset + 4 }.Make(22);
        var first = Array.FindIndex(buckets, (int)(Onset * 12), b => b.Collected);
        buckets[first] = buckets[first] with { Total = buckets[first].Total + 1200, Neutral = buckets[first].Neutral + 1200, DistinctAuthors = buckets[first].DistinctAuthors + 1100 };

        var signals = Detecting.Run(buckets).Where(s => s.Hour() > Onset).ToList();

        Assert.Empty(signals.Started("volume"));
        Assert.Single(signals, s => s.Kind == SpikeKind.Backfill);
    }

    [Fact]
    public void Observe_AnnouncedCampaign_RaisesTheExpectation()
    {
        var buckets = new TrafficMaker(57, 300) { Volume = h => h is >= Onset and < Onset + 24 ? 4 : 1 }.Make(23);
        var start = TrafficMaker.Start.AddHours(Onset);
        var announced = new SpikeDetectionProfile { KnownEvents = [new KnownEvent(start, start.AddHours(24), 4)] };

        Assert.Contains(Detecting.Run(buckets).Started("volume"), s => s.Hour() > Onset);
        Assert.DoesNotContain(Detecting.Run(buckets, announced).Started("volume"), s => s.Hour() > Onset);
    }

    [Fact]
    public void Observe_ClockChange_RaisesNothingInTheBrandsZone()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
        var buckets = new TrafficMaker(58, 2000) { Zone = zone }.Make(86);
        var profile = new SpikeDetectionProfile { TimeZone = zone };
        var change = (new DateTimeOffset(2026, 3, 29, 1, 0, 0, TimeSpan.Zero) - TrafficMaker.Start).TotalHours;

        Assert.DoesNotContain(Detecting.Run(buckets, profile), s => s.Phase == SpikePhase.Started && s.Hour() >= change && s.Hour() < change + 48);
    }

    [Fact]
    public void Observe_SensitivityRaised_NeverAlertsLater()
    {
        var buckets = Crisis(59, 60, 6);
        double First(SpikeSensitivity sensitivity) => Detecting.Run(buckets, new SpikeDetectionProfile { Sensitivity = sensitivity }).Started("volume").Where(s => s.Hour() > Onset).Select(s => s.Hour()).DefaultIfEmpty(double.MaxValue).First();

        Assert.True(First(SpikeSensitivity.Alert) <= First(SpikeSensitivity.Balanced));
        Assert.True(First(SpikeSensitivity.Balanced) <= First(SpikeSensitivity.Calm));
    }

    [Fact]
    public void Observe_FortyQuietWeeksOfBrands_KeepsTheBudget()
    {
        var alarms = 0;
        for (var seed = 60; seed < 70; seed++)
        {
            alarms += Detecting.Run(new TrafficMaker(seed, seed % 2 == 0 ? 20 : 800).Make(42)).Count(s => s.Phase == SpikePhase.Started && s.Group is ("volume" or "drift") && s.Hour() > 14 * 24);
        }

        // Ten brands for four weeks: the balanced budget is about one each.
        Assert.InRange(alarms, 0, 10);
    }

    private static BucketObservation[] Crisis(int seed, double perHour, double factor = 12) => new TrafficMaker(seed, perHour)
    {
        Volume = h => h is >= Onset and < Onset + 8 ? 1 + ((factor - 1) * Math.Min(1, (h - Onset) / 2)) : 1,
        NegativeShare = h => h is >= Onset and < Onset + 8 ? 0.7 : 0.15,
    }.Make(22.5);
}
