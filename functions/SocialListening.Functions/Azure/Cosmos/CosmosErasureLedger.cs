using System.Text.Json;
using Microsoft.Azure.Cosmos;
using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>
/// The erasure ledger, in one partition for posts and one for authors, so that a batch of mentions is looked up in two queries.
/// Entries are half a kilobyte; a partition holds tens of millions. Their time to live removes them.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="clock">Tells how long an entry has left.</param>
internal sealed class CosmosErasureLedger(CosmosDatabase database, TimeProvider clock) : IErasureLedger
{
    private const string Type = "erasure";

    private const string SelectKnown = "SELECT VALUE c.key FROM c WHERE c.id";

    private const string SelectLatest = "SELECT * FROM c ORDER BY c.requestedAt DESC, c.key ASC";

    private const string SelectOpen = "SELECT * FROM c WHERE c.open = true ORDER BY c.requestedAt DESC, c.key ASC";

    /// <inheritdoc/>
    public async Task<IReadOnlySet<string>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(keys.Count, IErasureLedger.MaxKeys, nameof(keys));
        var parts = await Task.WhenAll(keys.GroupBy(KindOf, StringComparer.Ordinal).Select(kind => database.Erasures.QueryAsync(
            new PartitionKey(kind.Key),
            CosmosSql.In(SelectKnown, [.. kind.Distinct(StringComparer.Ordinal).Select(IdOf)]),
            int.MaxValue,
            static key => key.GetString()!,
            cancellationToken))).ConfigureAwait(false);
        return parts.SelectMany(part => part).ToHashSet(StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public async Task<Versioned<ErasureRecord>> GetAsync(string key, CancellationToken cancellationToken)
    {
        var answer = await database.Erasures.ReadAsync(new PartitionKey(KindOf(key)), IdOf(key), cancellationToken).ConfigureAwait(false);
        if (!answer.Succeeded)
        {
            return default;
        }

        using var document = JsonDocument.Parse(answer.Body);
        return new(Read(document.RootElement), document.RootElement.GetProperty("version").GetInt64());
    }

    /// <inheritdoc/>
    public Task<bool> TrySaveAsync(ErasureRecord record, long expectedVersion, CancellationToken cancellationToken)
    {
        var kind = KindOf(record.Key);
        var id = IdOf(record.Key);
        var document = CosmosJson.ToObject(record, SocialListeningJsonContext.Default.ErasureRecord);
        document["id"] = id;
        document["partition"] = kind;
        document["requestedAt"] = CosmosJson.Instant(record.RequestedAtUtc);
        document["open"] = record.DoneAtUtc is null;
        document["ttl"] = (int)Math.Clamp(Math.Ceiling((record.ExpiresAtUtc - clock.GetUtcNow()).TotalSeconds), 1, int.MaxValue);
        return new VersionedDocument(database.Erasures, new PartitionKey(kind), id).TryWriteAsync(document, expectedVersion, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ErasureRecord>> ListAsync(bool openOnly, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
        return await database.Erasures.QueryAsync(null, new QueryDefinition(openOnly ? SelectOpen : SelectLatest), limit, Read, cancellationToken).ConfigureAwait(false);
    }

    private static ErasureRecord Read(JsonElement document) => CosmosJson.Read(document, SocialListeningJsonContext.Default.ErasureRecord);

    private static string IdOf(string key) => CosmosKeys.Id(Type, key);

    // A key begins with what it is of.
    private static string KindOf(string key) => key.Split('-', 2)[0];
}
