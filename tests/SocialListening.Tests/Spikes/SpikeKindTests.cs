using SocialListening.Spikes;

namespace SocialListening.Tests.Spikes;

public class SpikeKindTests
{
    private const double Onset = (20 * 24) + 9;

    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    [InlineData(5000)]
    public void Observe_TenfoldNegativeSurge_ReportsSuddenWithinTwoHours(double perHour)
    {
        var buckets = new TrafficMaker(1, perHour)
        {
            Volume = h => h >= Onset && h < Onset + 8 ? 10 : 1,
            NegativeShare = h => h >= Onset && h < Onset + 8 ? 0.7 : 0.15,
        }.Make(22);

        var signal = Detecting.Run(buckets).Started("volume").First(s => s.Hour() > Onset);

        Assert.Equal(SpikeKind.Sudden, signal.Kind);
        Assert.InRange(signal.Hour(), Onset, Onset + 2);
        Assert.InRange((signal.Onset - TrafficMaker.Start).TotalHours, Onset - 1, signal.Hour());
        Assert.True(signal.Observed > signal.ExpectedHigh);
        Assert.True(signal.ReturnPeriodDays > 20);
        Assert.InRange(signal.NegativeShare, 0.4, 1);
        Assert.Equal("negative", signal.Drivers[0].Series);
    }

    [Fact]
    public void Observe_SurgeOfPraise_ReportsViralPositive()
    {
        var buckets = new TrafficMaker(2, 200)
        {
            Volume = h => h >= Onset && h < Onset + 8 ? 8 : 1,
            NegativeShare = h => h >= Onset && h < Onset + 8 ? 0.02 : 0.15,
        }.Make(22);

        var signal = Detecting.Run(buckets).Started("volume").First(s => s.Hour() > Onset);

        Assert.Equal(SpikeKind.ViralPositive, signal.Kind);
    }

    [Fact]
    public void Observe_CopyPasteBurst_ReportsCoordinatedBurst()
    {
        var buckets = new TrafficMaker(3, 200) { Copies = h => h >= Onset && h < Onset + 0.75 ? 300 : 0 }.Make(22);

        var signal = Detecting.Run(buckets).Started("copies").First(s => s.Hour() > Onset);

        Assert.Equal(SpikeKind.CoordinatedBurst, signal.Kind);
        Assert.InRange(signal.Hour(), Onset, Onset + 0.75);
    }

    [Fact]
    public void Observe_NegativeShareDoublesAtConstantVolume_ReportsToneAndNoVolume()
    {
        var buckets = new TrafficMaker(4, 300) { NegativeShare = h => h >= Onset ? 0.33 : 0.15 }.Make(22);

        var signals = Detecting.Run(buckets).Where(s => s.Hour() > Onset).ToList();

        Assert.Equal(SpikeKind.NegativeShift, signals.Started("tone").First().Kind);
        Assert.DoesNotContain(signals.Started("volume"), s => s.Hour() < Onset + 12);
    }

    [Fact]
    public void Observe_VolumeDoublesOverTwoDays_ReportsSlowBurn()
    {
        var buckets = new TrafficMaker(6, 300)
        {
            Volume = h => h < Onset ? 1 : 1 + Math.Min(1.2, (h - Onset) / 40),
            NegativeShare = h => h < Onset ? 0.15 : 0.15 + (0.3 * Math.Min(1, (h - Onset) / 40)),
        }.Make(23);

        Assert.Contains(Detecting.Run(buckets), s => s is { Kind: SpikeKind.SlowBurn, Phase: SpikePhase.Started } && s.Hour() > Onset && s.Hour() < Onset + 34);
    }

    [Fact]
    public void Observe_TrafficDiesWhileCollected_ReportsSilenceAndItsEnd()
    {
        var buckets = new TrafficMaker(5, 300) { Dead = h => h >= Onset && h < Onset + 5 }.Make(22);

        var flow = Detecting.Run(buckets).Where(s => s.Kind == SpikeKind.Silence).ToList();

        Assert.Equal([SpikePhase.Started, SpikePhase.Ended], flow.Select(s => s.Phase));
        Assert.InRange(flow[0].Hour(), Onset, Onset + 2);
    }
}
