using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace SocialListening.Benchmarks.Spikes;

/// <summary>
/// <c>spikes-fleet</c>: judges one new bucket of thousands of brands on the embedded storage, ordered through the queue and shared
/// by some workers, against one worker with one order for each brand.
/// </summary>
internal static class FleetCommand
{
    public static Command Create()
    {
        var brands = new Option<int>("--brands") { Description = "Brands.", DefaultValueFactory = _ => 5_000 };
        var workers = new Option<int>("--workers") { Description = "Messages that are worked on at once.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var rounds = new Option<int>("--rounds") { Description = "Buckets that are measured; the median is printed.", DefaultValueFactory = _ => 3 };
        var command = new Command("spikes-fleet", "Measures how long a bucket of many brands takes to judge.") { brands, workers, rounds };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(brands), parsed.GetValue(workers), parsed.GetValue(rounds), cancellationToken));
        return command;
    }

    private static async Task RunAsync(int brands, int workers, int rounds, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("sociallistening-bench-");
        try
        {
            using var fleet = new Fleet(Path.Combine(folder.FullName, "fleet.db"), brands);
            await fleet.WarmUpAsync(hours: 2, cancellationToken).ConfigureAwait(false);
            var packed = new List<double>();
            var alone = new List<double>();
            for (var round = 0; round < rounds; round++)
            {
                packed.Add(await MeasureAsync(fleet, packedOrders: true, workers, cancellationToken).ConfigureAwait(false));
                Print(fleet, "packed", packed[^1], brands);
                alone.Add(await MeasureAsync(fleet, packedOrders: false, 1, cancellationToken).ConfigureAwait(false));
                Print(fleet, "one by one", alone[^1], brands);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
                {brands:N0} brands, one bucket each: {Median(packed):F2} s with packed orders and {workers} workers, {Median(alone):F2} s one by one (medians of {rounds})
                """));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<double> MeasureAsync(Fleet fleet, bool packedOrders, int workers, CancellationToken cancellationToken)
    {
        await fleet.NextBucketAsync(cancellationToken).ConfigureAwait(false);
        fleet.ResetCounts();
        var started = Stopwatch.GetTimestamp();
        await fleet.JudgeAsync(packedOrders, workers, cancellationToken).ConfigureAwait(false);
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static void Print(Fleet fleet, string how, double seconds, int brands)
    {
        var counts = fleet.Counts;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {how,-10} {seconds:F2} s; per brand {counts.Reads / (double)brands:F2} reads, {counts.OtherWrites / (double)brands:F2} writes, {counts.StateBytes / (double)brands:N0} bytes of state; queue: {counts.Messages:N0} messages in {counts.Sends} sends, {counts.Receives:N0} receives, {counts.Deletes:N0} deletes
            """));
    }

    private static double Median(List<double> figures) => figures.Order().ElementAt(figures.Count / 2);
}
