using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Azure.Cosmos;
using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>
/// Source states, all in one partition, each with a version that counts up from 1. What was read of a document is remembered, so
/// that saving it need not read it again: should it have changed since, the write fails and the document is read then.
/// </summary>
/// <param name="database">The database.</param>
internal sealed class CosmosSourceStateStore(CosmosDatabase database) : ISourceStateStore
{
    private const string Kind = "source";

    private const string SelectAll = "SELECT * FROM c WHERE c.kind = 'source'";

    // A state is 27 KB at most, a transaction 2 MB.
    private const int MostInATransaction = 50;

    private const int MostRemembered = 20_000;

    private static readonly PartitionKey Key = new(Kind);

    private readonly ConcurrentDictionary<string, VersionedRead> _read = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task<Versioned<SourceState>> GetAsync(string sourceId, CancellationToken cancellationToken)
    {
        var answer = await database.Cursors.ReadAsync(Key, IdOf(sourceId), cancellationToken).ConfigureAwait(false);
        if (!answer.Succeeded)
        {
            return default;
        }

        using var document = JsonDocument.Parse(answer.Body);
        return Read(document.RootElement, answer.ETag);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, Versioned<SourceState>>> ListAsync(CancellationToken cancellationToken)
    {
        var states = await database.Cursors.QueryAsync(
            Key, new QueryDefinition(SelectAll), int.MaxValue, document => Read(document, document.GetProperty("_etag").GetString()), cancellationToken).ConfigureAwait(false);
        return states.ToDictionary(state => state.Value!.SourceId, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public Task<bool> TrySaveAsync(SourceState state, long expectedVersion, CancellationToken cancellationToken) =>
        SaveAsync(Document(state.SourceId), state, expectedVersion, Known(state.SourceId, expectedVersion), cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<bool>> TrySaveAllAsync(IReadOnlyList<Versioned<SourceState>> states, CancellationToken cancellationToken)
    {
        var saved = new List<bool>(states.Count);
        foreach (var part in states.Chunk(MostInATransaction))
        {
            saved.AddRange(await SavePartAsync(part, cancellationToken).ConfigureAwait(false));
        }

        return saved;
    }

    // All of a part at once; if anybody else wrote one of them, or the answer is lost, one after the other.
    private async Task<bool[]> SavePartAsync(Versioned<SourceState>[] states, CancellationToken cancellationToken)
    {
        var documents = Array.ConvertAll(states, state => Document(state.Value!.SourceId));
        var known = Array.ConvertAll(states, state => Known(state.Value!.SourceId, state.Version));
        if (states.Length > 1 && Array.TrueForAll(known, read => read is not null))
        {
            var answer = await database.Cursors.CommitAsync(
                Key,
                batch =>
                {
                    for (var i = 0; i < states.Length; i++)
                    {
                        documents[i].Put(batch, Json(states[i].Value!), known[i]!);
                    }
                },
                cancellationToken).ConfigureAwait(false);
            Array.ForEach(states, state => _read.TryRemove(state.Value!.SourceId, out _));
            if (answer.Succeeded)
            {
                return Array.ConvertAll(states, _ => true);
            }

            Array.Clear(known);
        }

        var saved = new bool[states.Length];
        for (var i = 0; i < states.Length; i++)
        {
            saved[i] = await SaveAsync(documents[i], states[i].Value!, states[i].Version, known[i], cancellationToken).ConfigureAwait(false);
        }

        return saved;
    }

    private async Task<bool> SaveAsync(VersionedDocument document, SourceState state, long expectedVersion, VersionedRead? known, CancellationToken cancellationToken)
    {
        var saved = await document.TryWriteAsync(Json(state), expectedVersion, cancellationToken, known).ConfigureAwait(false);
        Remember(state.SourceId, document.Written);
        return saved;
    }

    private VersionedRead? Known(string sourceId, long version) => version == 0
        ? VersionedRead.None
        : _read.TryGetValue(sourceId, out var read) && read.Version == version ? read : null;

    private Versioned<SourceState> Read(JsonElement document, string? etag)
    {
        var state = CosmosJson.Read(document, SocialListeningJsonContext.Default.SourceState);
        var read = VersionedRead.Of(document, etag);
        Remember(state.SourceId, read);
        return new Versioned<SourceState>(state, read.Version);
    }

    private void Remember(string sourceId, VersionedRead? read)
    {
        if (read is null)
        {
            _read.TryRemove(sourceId, out _);
            return;
        }

        if (_read.Count >= MostRemembered)
        {
            _read.Clear();
        }

        _read[sourceId] = read;
    }

    private VersionedDocument Document(string sourceId) => new(database.Cursors, Key, IdOf(sourceId));

    private static JsonObject Json(SourceState state)
    {
        var document = CosmosJson.ToObject(state, SocialListeningJsonContext.Default.SourceState);
        document["id"] = IdOf(state.SourceId);
        document["kind"] = Kind;
        return document;
    }

    private static string IdOf(string sourceId) => CosmosKeys.Id(Kind, sourceId);
}
