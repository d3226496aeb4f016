using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Azure.Cosmos;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>
/// Writes a document with a version of its own, if the version is the expected one. A write whose answer was lost is recognised
/// by its mark, so that its writer does not take itself for somebody else; the marks of the last writes are kept, since others
/// may have written meanwhile.
/// </summary>
/// <param name="table">The container.</param>
/// <param name="key">The partition.</param>
/// <param name="id">The document's id.</param>
internal sealed class VersionedDocument(CosmosTable table, PartitionKey key, string id)
{
    private const int MarksKept = 8;

    private readonly string _mark = CosmosKeys.NewToken();

    /// <summary>What the last write that went well left; <see langword="null"/> when there was none, or its answer was lost.</summary>
    public VersionedRead? Written { get; private set; }

    /// <summary>Writes it.</summary>
    /// <param name="document">The document, without version and mark.</param>
    /// <param name="expectedVersion">The version that must be stored; 0 for none.</param>
    /// <param name="cancellationToken">Cancels between attempts.</param>
    /// <param name="known">What was read of it before: of the expected version, it saves reading it again.</param>
    /// <returns><see langword="false"/> when another version is stored; then nothing changes.</returns>
    /// <exception cref="CosmosStorageException">The service did not answer.</exception>
    public async Task<bool> TryWriteAsync(JsonObject document, long expectedVersion, CancellationToken cancellationToken, VersionedRead? known = null)
    {
        var written = false;
        var answer = await CosmosRetry.Transactions.ExecuteAsync(
            async cancel =>
            {
                // What was known decides once; whatever comes of it, the next attempt reads.
                var read = known?.Version == expectedVersion ? known : await ReadAsync(cancel).ConfigureAwait(false);
                known = null;
                written = Wrote(read);
                if (written || read.Version != expectedVersion)
                {
                    return (CosmosAnswer?)null;
                }

                var marks = Stamp(document, read);
                var content = CosmosJson.Write(document);
                var result = read.ETag is null
                    ? await table.CreateAsync(key, content, cancel).ConfigureAwait(false)
                    : await table.ReplaceAsync(key, id, read.ETag, content, cancel).ConfigureAwait(false);
                written = result.Succeeded;
                Written = written && result.ETag is not null ? new VersionedRead(expectedVersion + 1, marks, result.ETag) : null;
                return result;
            },
            cancellationToken).ConfigureAwait(false);
        return answer is { Succeeded: false } failure ? throw CosmosStorageException.From("replace", table.Name, failure) : written;
    }

    /// <summary>Adds the write to a transaction. Should that fail or its answer be lost, <see cref="TryWriteAsync"/> of this object carries on.</summary>
    /// <param name="batch">The transaction.</param>
    /// <param name="document">The document, without version and mark.</param>
    /// <param name="known">What must still be stored.</param>
    public void Put(TransactionalBatch batch, JsonObject document, VersionedRead known)
    {
        Stamp(document, known);
        var content = new MemoryStream(CosmosJson.Write(document));
        if (known.ETag is null)
        {
            batch.CreateItemStream(content);
        }
        else
        {
            batch.ReplaceItemStream(id, content, new TransactionalBatchItemRequestOptions { IfMatchEtag = known.ETag });
        }
    }

    /// <summary>Whether this object wrote what was read, or one of the last writes before it.</summary>
    /// <param name="read">What was read.</param>
    public bool Wrote(VersionedRead read) => read.Marks.Contains(_mark, StringComparer.Ordinal);

    private string[] Stamp(JsonObject document, VersionedRead read)
    {
        string[] marks = [.. read.Marks.Append(_mark).TakeLast(MarksKept)];
        document["version"] = read.Version + 1;
        document["writes"] = new JsonArray([.. marks.Select(mark => JsonValue.Create(mark))]);
        return marks;
    }

    private async Task<VersionedRead> ReadAsync(CancellationToken cancellationToken)
    {
        var answer = await table.ReadAsync(key, id, cancellationToken).ConfigureAwait(false);
        if (!answer.Succeeded)
        {
            return VersionedRead.None;
        }

        using var document = JsonDocument.Parse(answer.Body);
        return VersionedRead.Of(document.RootElement, answer.ETag);
    }
}
