using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using SocialListening.Spikes;

namespace SocialListening.Benchmarks.Spikes;

/// <summary>
/// <c>spikes-bench</c>: bucket updates a second on one core, bytes a series and bytes allocated an update, against a plain
/// mean + 3σ rule over the same counts in the same run.
/// </summary>
internal static class SpikesBenchCommand
{
    private const int Days = 365;

    public static Command Create()
    {
        var rounds = new Option<int>("--rounds") { Description = "Rounds; the best counts.", DefaultValueFactory = _ => 5 };
        var command = new Command("spikes-bench", "Measure the speed and size of spike detection.") { rounds };
        command.SetAction(parsed => Run(Math.Clamp(parsed.GetValue(rounds), 1, 100)));
        return command;
    }

    private static int Run(int rounds)
    {
        var buckets = Year();
        var best = double.MaxValue;
        var plainBest = double.MaxValue;
        var allocated = 0L;
        var state = 0;
        var alerts = 0;
        var plainAlerts = 0;
        for (var round = 0; round < rounds; round++)
        {
            var detection = new MultiScaleSpikeDetector().Restore(new SpikeDetectionProfile(), []);
            var signals = new List<SpikeSignal>(1024);
            for (var i = 0; i < 2000; i++)
            {
                detection.Observe(buckets[i], signals);
            }

            var warm = signals.Count;
            var watch = Stopwatch.StartNew();
            for (var i = 2000; i < buckets.Length; i++)
            {
                detection.Observe(buckets[i], signals);
            }

            best = Math.Min(best, watch.Elapsed.TotalSeconds);
            allocated = Silent(buckets);
            state = detection.Save().Length;
            alerts = signals.Count - warm;
            (var seconds, plainAlerts) = Plain(buckets);
            plainBest = Math.Min(plainBest, seconds);
        }

        var updates = buckets.Length - 2000;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            detector     {updates / best:N0} updates/s/core, {BrandState.SeriesBytes} bytes a series ({state} stored for a brand of one series), {allocated / (double)updates:F3} bytes allocated an update without a signal ({alerts} signals in {updates:N0} updates)
            mean + 3σ    {updates / plainBest:N0} updates/s/core, {plainAlerts} alerts
            """));
        return 0;
    }

    // Bytes allocated by the updates that report nothing.
    private static long Silent(BucketObservation[] buckets)
    {
        var detection = new MultiScaleSpikeDetector().Restore(new SpikeDetectionProfile(), []);
        var signals = new List<SpikeSignal>(1024);
        var sum = 0L;
        for (var i = 0; i < buckets.Length; i++)
        {
            var count = signals.Count;
            var before = GC.GetAllocatedBytesForCurrentThread();
            detection.Observe(buckets[i], signals);
            var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            sum += i >= 2000 && signals.Count == count ? bytes : 0;
        }

        return sum;
    }

    private static (double Seconds, int Alerts) Plain(BucketObservation[] buckets)
    {
        var watch = Stopwatch.StartNew();
        double mean = 0;
        double square = 0;
        var alerts = 0;
        foreach (var bucket in buckets.AsSpan(2000))
        {
            alerts += bucket.Total > mean + (3 * Math.Sqrt(Math.Max(0, square - (mean * mean)))) ? 1 : 0;
            mean += (bucket.Total - mean) / 2016;
            square += (((double)bucket.Total * bucket.Total) - square) / 2016;
        }

        return (watch.Elapsed.TotalSeconds, alerts);
    }

    // A year of a made-up brand: daily rhythm, noise, a crisis every five weeks.
    private static BucketObservation[] Year()
    {
        var random = new Random(7);
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var buckets = new BucketObservation[Days * 288];
        for (var i = 0; i < buckets.Length; i++)
        {
            var rate = 8 * Math.Exp(0.6 * Math.Cos(2 * Math.PI * ((i % 288) - 180) / 288));
            var crisis = i % (35 * 288);
            rate *= crisis is > 9000 and < 9100 ? 8 : 1;
            var total = (int)(rate * (0.6 + (0.8 * random.NextDouble())));
            var negative = total * (crisis is > 9000 and < 9100 ? 7 : 2) / 10;
            buckets[i] = new BucketObservation(start.AddMinutes(5 * i), true, total)
            {
                Negative = negative,
                Positive = total / 5,
                Neutral = total - negative - (total / 5),
                DistinctAuthors = total * 9 / 10,
                NearDuplicates = total / 8,
            };
        }

        return buckets;
    }
}
