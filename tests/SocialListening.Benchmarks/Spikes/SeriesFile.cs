using System.Globalization;
using SocialListening.Spikes;

namespace SocialListening.Benchmarks.Spikes;

/// <summary>A series file of either format: its rows as five-minute buckets, each with the row it completes.</summary>
internal sealed record SeriesFile(bool HasTone, IReadOnlyList<string> Timestamps, IReadOnlyList<(BucketObservation Bucket, int Row)> Buckets)
{
    private const string Plain = "timestamp,value";
    private const string Toned = "timestamp,total,neg,neu,pos,authors,dup,collected";

    /// <summary>Null when the header is of neither format.</summary>
    public static SeriesFile? Read(string path)
    {
        using var reader = new StreamReader(path);
        var header = reader.ReadLine()?.Trim();
        if (header is not (Plain or Toned))
        {
            return null;
        }

        var stamps = new List<string>();
        var rows = new List<(DateTimeOffset At, int[] Values)>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0)
            {
                continue;
            }

            var cells = line.Split(',');
            stamps.Add(cells[0]);
            rows.Add((
                DateTimeOffset.Parse(cells[0], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
                [.. cells.Skip(1).Select(c => (int)double.Parse(c, CultureInfo.InvariantCulture))]));
        }

        return new SeriesFile(header == Toned, stamps, [.. Regular(rows)]);
    }

    // Rows need not stand on five-minute marks, and may be finer or coarser than a bucket.
    private static IEnumerable<(BucketObservation Bucket, int Row)> Regular(List<(DateTimeOffset At, int[] Values)> rows)
    {
        var step = rows.Count < 2 ? BucketObservation.Length : rows.Zip(rows.Skip(1), (a, b) => b.At - a.At).Take(101).Order().ElementAt(Math.Min(rows.Count - 1, 101) / 2);
        if (step < BucketObservation.Length)
        {
            var row = -1;
            foreach (var bucket in rows.GroupBy(r => Floor(r.At)))
            {
                row += bucket.Count();
                var sum = bucket.Aggregate(new int[bucket.First().Values.Length], (s, r) => [.. s.Zip(r.Values, (a, b) => a + b)]);
                yield return (Bucket(bucket.Key, sum, bucket.Count()), row);
            }

            yield break;
        }

        var parts = (int)Math.Max(1, Math.Round(step / BucketObservation.Length));
        var next = DateTimeOffset.MinValue;
        for (var i = 0; i < rows.Count; i++)
        {
            var start = Floor(rows[i].At) > next ? Floor(rows[i].At) : next == DateTimeOffset.MinValue ? Floor(rows[i].At) : next;
            for (var p = 0; p < parts; p++)
            {
                var share = rows[i].Values.Select((v, k) => k == 6 ? v : (v * (p + 1) / parts) - (v * p / parts)).ToArray();
                yield return (Bucket(start + (p * BucketObservation.Length), share, 1), i);
            }

            next = start + (parts * BucketObservation.Length);
        }
    }

    private static DateTimeOffset Floor(DateTimeOffset at) =>
        new(at.UtcTicks - (at.UtcTicks % BucketObservation.Length.Ticks), TimeSpan.Zero);

    private static BucketObservation Bucket(DateTimeOffset start, int[] v, int rows) => v.Length == 1
        ? new BucketObservation(start, true, v[0])
        : new BucketObservation(start, v[6] > 0, v[0])
        {
            Completeness = v[6] / (double)rows,
            Negative = v[1],
            Neutral = v[2],
            Positive = v[3],
            DistinctAuthors = v[4],
            NearDuplicates = v[5],
        };
}
