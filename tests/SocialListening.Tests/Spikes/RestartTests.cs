using SocialListening.Spikes;

namespace SocialListening.Tests.Spikes;

public class RestartTests
{
    private static readonly BucketObservation[] Buckets = Crisis();

    [Fact]
    public void Restore_AtAnyBucket_GivesTheSameSignals()
    {
        var expected = Detecting.Run(Buckets).Select(s => s.Print()).ToList();
        Assert.NotEmpty(expected);
        var random = new Random(11);
        var signals = new List<SpikeSignal>();
        var detection = Detecting.Cold();
        foreach (var bucket in Buckets)
        {
            if (random.Next(7) == 0)
            {
                detection = new MultiScaleSpikeDetector().Restore(new SpikeDetectionProfile(), detection.Save());
            }

            detection.Observe(bucket, signals);
        }

        Assert.Equal(expected, signals.Select(s => s.Print()));
    }

    [Fact]
    public void Observe_BucketsLateAndRevised_EndInTheStateOfAnOrderlyRun()
    {
        var orderly = Detecting.Cold();
        var disorderly = Detecting.Cold();
        var first = new List<SpikeSignal>();
        var second = new List<SpikeSignal>();
        var random = new Random(12);
        var late = new Queue<(int Due, BucketObservation Bucket)>();
        for (var i = 0; i < Buckets.Length; i++)
        {
            orderly.Observe(Buckets[i], first);
            var withheld = i > 0 && i < Buckets.Length - 40 && random.Next(15) == 0;
            if (withheld)
            {
                late.Enqueue((i + 20, Buckets[i]));
            }

            if (!withheld || random.Next(2) == 0)
            {
                disorderly.Observe(withheld ? Buckets[i] with { Total = Buckets[i].Total / 2 } : Buckets[i], second);
            }

            while (late.Count > 0 && late.Peek().Due <= i)
            {
                disorderly.Observe(late.Dequeue().Bucket, second);
            }
        }

        Assert.Equal(orderly.Save(), disorderly.Save());
    }

    [Fact]
    public void Observe_SameBucketAgain_ChangesNothing()
    {
        var detection = Detecting.Cold();
        var signals = new List<SpikeSignal>();
        foreach (var bucket in Buckets.Take(4000))
        {
            detection.Observe(bucket, signals);
        }

        var before = detection.Save();
        var count = signals.Count;

        Assert.Equal(ObservationOutcome.Unchanged, detection.Observe(Buckets[3990], signals));
        Assert.Equal(ObservationOutcome.TooLate, detection.Observe(Buckets[3900] with { Total = 9999 }, signals));
        Assert.Equal(count, signals.Count);
        Assert.Equal(before, detection.Save());
    }

    [Fact]
    public void Restore_StateOfAnotherVersion_StartsCold()
    {
        var detection = new MultiScaleSpikeDetector().Restore(new SpikeDetectionProfile(), "something else"u8);

        Assert.Null(detection.LastBucket);
    }

    [Fact]
    public void Restore_TruncatedState_Throws()
    {
        var detection = Detecting.Cold();
        detection.Observe(Buckets[0], []);
        var saved = detection.Save();

        Assert.Throws<FormatException>(() => new MultiScaleSpikeDetector().Restore(new SpikeDetectionProfile(), saved.AsSpan(0, saved.Length - 100)));
    }

    private static BucketObservation[] Crisis() => new TrafficMaker(21, 120)
    {
        Volume = h => h is > 400 and < 408 or > 450 and < 460 ? 9 : 1,
        NegativeShare = h => h is > 400 and < 408 ? 0.7 : 0.15,
        Collected = h => h is < 300 or > 304,
    }.Make(22);
}
