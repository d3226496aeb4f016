using SocialListening.Spikes;

namespace SocialListening.Tests.Spikes;

public class OutageTests
{
    private const double Onset = (20 * 24) + 9;
    private const double Hours = 6;

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Observe_ToneWavesAfterAnOutage_ReportsNoMoreToneShiftsThanWithoutIt(bool announced, bool backfill)
    {
        var undisturbed = 0;
        var disturbed = 0;
        for (var seed = 1; seed <= 8; seed++)
        {
            var buckets = new TrafficMaker(seed, 600) { NegativeShare = h => h is >= Onset + 12 and < Onset + 16 ? 0.235 : 0.18 }.Make(21.5);
            undisturbed += ToneShifts(buckets);
            disturbed += ToneShifts(Outages.Plant(buckets, Onset, Hours, announced, backfill));
        }

        Assert.True(disturbed <= undisturbed, $"{disturbed} tone shifts after outages, {undisturbed} in the same traffic without them.");
    }

    [Theory]
    [InlineData(60, false, false)]
    [InlineData(600, false, true)]
    [InlineData(60, true, true)]
    [InlineData(600, true, false)]
    public void Observe_OutageDuringAToneShift_ReportsTheShiftOnce(double perHour, bool announced, bool backfill)
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            var buckets = new TrafficMaker(seed, perHour) { NegativeShare = h => h >= Onset - 20 ? 0.36 : 0.18 }.Make(23);

            var shifts = Detecting.Run(Outages.Plant(buckets, Onset, Hours, announced, backfill)).Where(s => s.Group == "tone" && s.Hour() > Onset - 20);

            Assert.Equal([SpikePhase.Started], shifts.Select(s => s.Phase));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Observe_OutageDuringASlowBurn_NeitherEndsNorRestartsIt(bool announced)
    {
        for (var seed = 1; seed <= 2; seed++)
        {
            var buckets = new TrafficMaker(seed, 600)
            {
                Volume = h => 1 + Math.Clamp((h - Onset + 48) / 40, 0, 1.2),
                NegativeShare = h => 0.18 + (0.3 * Math.Clamp((h - Onset + 48) / 40, 0, 1)),
            }.Make(23);

            var burn = Detecting.Run(Outages.Plant(buckets, Onset, Hours, announced, backfill: false)).Where(s => s.Group == "drift" && s.Hour() > Onset - 48).ToList();

            Assert.Equal(SpikePhase.Started, burn[0].Phase);
            Assert.All(burn.Skip(1), s => Assert.Equal(SpikePhase.Worsened, s.Phase));
        }
    }

    [Fact]
    public void Observe_NothingCollectedForDaysDuringASlowBurn_EndsIt()
    {
        var buckets = new TrafficMaker(1, 600)
        {
            Volume = h => 1 + Math.Clamp((h - Onset + 48) / 40, 0, 1.2),
            NegativeShare = h => 0.18 + (0.3 * Math.Clamp((h - Onset + 48) / 40, 0, 1)),
        }.Make(24);

        var burn = Detecting.Run(Outages.Plant(buckets, Onset, 60, announced: true, backfill: false)).Where(s => s.Group == "drift" && s.Hour() > Onset - 48);

        Assert.Equal(SpikePhase.Ended, burn.Last().Phase);
    }

    private static int ToneShifts(BucketObservation[] buckets) => Detecting.Run(buckets).Started("tone").Count(s => s.Hour() > Onset);
}
