using System.Text.Json;
using Microsoft.Azure.Cosmos;
using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>Source states, all in one partition, each with a version that counts up from 1.</summary>
/// <param name="database">The database.</param>
internal sealed class CosmosSourceStateStore(CosmosDatabase database) : ISourceStateStore
{
    private const string Kind = "source";

    private const string SelectAll = "SELECT * FROM c WHERE c.kind = 'source'";

    private static readonly PartitionKey Key = new(Kind);

    /// <inheritdoc/>
    public async Task<Versioned<SourceState>> GetAsync(string sourceId, CancellationToken cancellationToken)
    {
        var answer = await database.Cursors.ReadAsync(Key, IdOf(sourceId), cancellationToken).ConfigureAwait(false);
        if (!answer.Succeeded)
        {
            return default;
        }

        using var document = JsonDocument.Parse(answer.Body);
        return new Versioned<SourceState>(Read(document.RootElement), document.RootElement.GetProperty("version").GetInt64());
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, SourceState>> ListAsync(CancellationToken cancellationToken)
    {
        var states = await database.Cursors.QueryAsync(Key, new QueryDefinition(SelectAll), int.MaxValue, Read, cancellationToken).ConfigureAwait(false);
        return states.ToDictionary(state => state.SourceId, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public Task<bool> TrySaveAsync(SourceState state, long expectedVersion, CancellationToken cancellationToken)
    {
        var id = IdOf(state.SourceId);
        var document = CosmosJson.ToObject(state, SocialListeningJsonContext.Default.SourceState);
        document["id"] = id;
        document["kind"] = Kind;
        return new VersionedDocument(database.Cursors, Key, id).TryWriteAsync(document, expectedVersion, cancellationToken);
    }

    private static string IdOf(string sourceId) => CosmosKeys.Id(Kind, sourceId);

    private static SourceState Read(JsonElement document) => CosmosJson.Read(document, SocialListeningJsonContext.Default.SourceState);
}
