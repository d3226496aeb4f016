using System.Diagnostics;
using System.Text.Json;
using SocialListening.Contracts;
using SocialListening.Functions.Embedded;
using SocialListening.Storage;

namespace SocialListening.Benchmarks.Storage;

/// <summary>One round of storing generated mentions in a new file.</summary>
/// <param name="StoredPerSecond">New mentions stored and counted per second.</param>
/// <param name="RepeatedPerSecond">The same mentions stored again per second, which changes nothing.</param>
/// <param name="ReadPerSecond">Mentions read back per second, page by page.</param>
/// <param name="BytesPerThousand">Size of the file for each 1,000 mentions, indexes and rollups included.</param>
/// <param name="JsonBytesPerThousand">Size of the same mentions as JSON.</param>
internal sealed record MentionRound(
    double StoredPerSecond, double RepeatedPerSecond, double ReadPerSecond, double BytesPerThousand, double JsonBytesPerThousand)
{
    public static async Task<MentionRound> RunAsync(string path, int count, int size, CancellationToken cancellationToken)
    {
        var batches = MentionSeries.Make(count).Chunk(size).ToArray();
        double stored, repeated, read;
        using (var database = SqliteDatabase.Open(path, fresh: false))
        {
            stored = await StoreAsync(new SqliteMentionStore(database), batches, expectAdded: count, cancellationToken).ConfigureAwait(false);
            repeated = await StoreAsync(new SqliteMentionStore(database), batches, expectAdded: 0, cancellationToken).ConfigureAwait(false);
            read = await ReadAsync(new SqliteMentionReader(database), count, cancellationToken).ConfigureAwait(false);
        }

        var json = batches.Sum(batch => batch.Sum(mention =>
            (long)JsonSerializer.SerializeToUtf8Bytes(mention, SocialListeningJsonContext.Default.ScoredMention).Length));
        return new MentionRound(count / stored, count / repeated, count / read, new FileInfo(path).Length * 1000.0 / count, json * 1000.0 / count);
    }

    private static async Task<double> StoreAsync(SqliteMentionStore store, ScoredMention[][] batches, int expectAdded, CancellationToken cancellationToken)
    {
        var added = 0;
        var started = Stopwatch.GetTimestamp();
        foreach (var batch in batches)
        {
            added += (await store.StoreAsync(batch[0].BrandId, batch, cancellationToken).ConfigureAwait(false)).Added;
        }

        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return added == expectAdded ? elapsed : throw new InvalidOperationException($"{added} mentions were added, {expectAdded} expected.");
    }

    private static async Task<double> ReadAsync(SqliteMentionReader reader, int expected, CancellationToken cancellationToken)
    {
        var read = 0;
        MentionCursor? cursor = null;
        var started = Stopwatch.GetTimestamp();
        do
        {
            var filter = new MentionFilter { BrandId = MentionSeries.BrandId, Limit = 100, After = cursor };
            var page = await reader.ListAsync(filter, cancellationToken).ConfigureAwait(false);
            read += page.Mentions.Count;
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return read == expected ? elapsed : throw new InvalidOperationException($"{read} mentions were read, {expected} expected.");
    }
}
