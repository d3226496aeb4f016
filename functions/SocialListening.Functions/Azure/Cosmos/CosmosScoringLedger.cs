using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Azure.Cosmos;
using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>The answers of the language service, each in a partition of its own, since they are only ever read by key. Their time to live removes them.</summary>
/// <param name="database">The database.</param>
/// <param name="clock">Tells how long an entry has left.</param>
internal sealed class CosmosScoringLedger(CosmosDatabase database, TimeProvider clock) : IScoringLedger
{
    private const string Kind = "text";
    private const int MostAtOnce = 8;

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, Versioned<LedgerEntry>>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(keys.Count, IScoringLedger.MaxEntries, nameof(keys));
        var found = new ConcurrentDictionary<string, Versioned<LedgerEntry>>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(keys.Distinct(StringComparer.Ordinal), AtOnce(cancellationToken), async (key, cancel) =>
        {
            var answer = await database.Ledger.ReadAsync(new PartitionKey(key), CosmosKeys.Id(Kind, key), cancel).ConfigureAwait(false);
            if (answer.Succeeded)
            {
                using var document = JsonDocument.Parse(answer.Body);
                found[key] = new(CosmosJson.Read(document.RootElement, SocialListeningJsonContext.Default.LedgerEntry), document.RootElement.GetProperty("version").GetInt64());
            }
        }).ConfigureAwait(false);
        return found;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<bool>> TrySaveAsync(IReadOnlyList<Versioned<LedgerEntry>> entries, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(entries.Count, IScoringLedger.MaxEntries, nameof(entries));
        var saved = new bool[entries.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, entries.Count), AtOnce(cancellationToken), async (i, cancel) =>
            saved[i] = await TrySaveAsync(entries[i].Value!, entries[i].Version, cancel).ConfigureAwait(false)).ConfigureAwait(false);
        return saved;
    }

    /// <inheritdoc/>
    public Task RemoveExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken) => Task.CompletedTask;

    private static ParallelOptions AtOnce(CancellationToken cancellationToken) => new() { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = cancellationToken };

    private async Task<bool> TrySaveAsync(LedgerEntry entry, long expectedVersion, CancellationToken cancellationToken)
    {
        var id = CosmosKeys.Id(Kind, entry.Key);
        var document = CosmosJson.ToObject(entry, SocialListeningJsonContext.Default.LedgerEntry);
        document["id"] = id;
        document["ttl"] = (int)Math.Clamp(Math.Ceiling((entry.ExpiresAtUtc - clock.GetUtcNow()).TotalSeconds), 1, int.MaxValue);
        return await new VersionedDocument(database.Ledger, new PartitionKey(entry.Key), id).TryWriteAsync(document, expectedVersion, cancellationToken).ConfigureAwait(false);
    }
}
