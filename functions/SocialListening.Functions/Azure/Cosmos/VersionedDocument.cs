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

    /// <summary>Writes it.</summary>
    /// <param name="document">The document, without version and mark.</param>
    /// <param name="expectedVersion">The version that must be stored; 0 for none.</param>
    /// <param name="cancellationToken">Cancels between attempts.</param>
    /// <returns><see langword="false"/> when another version is stored; then nothing changes.</returns>
    /// <exception cref="CosmosStorageException">The service did not answer.</exception>
    public async Task<bool> TryWriteAsync(JsonObject document, long expectedVersion, CancellationToken cancellationToken)
    {
        document["version"] = expectedVersion + 1;
        var written = false;
        var answer = await CosmosRetry.Transactions.ExecuteAsync(
            async cancel =>
            {
                var (version, marks, etag) = await ReadAsync(cancel).ConfigureAwait(false);
                written = marks.Contains(_mark, StringComparer.Ordinal);
                if (written || version != expectedVersion)
                {
                    return (CosmosAnswer?)null;
                }

                document["writes"] = new JsonArray([.. marks.Append(_mark).TakeLast(MarksKept).Select(mark => JsonValue.Create(mark))]);
                var content = CosmosJson.Write(document);
                var result = etag is null
                    ? await table.CreateAsync(key, content, cancel).ConfigureAwait(false)
                    : await table.ReplaceAsync(key, id, etag, content, cancel).ConfigureAwait(false);
                written = result.Succeeded;
                return result;
            },
            cancellationToken).ConfigureAwait(false);
        return answer is { Succeeded: false } failure ? throw CosmosStorageException.From("replace", table.Name, failure) : written;
    }

    private async Task<(long Version, string[] Marks, string? ETag)> ReadAsync(CancellationToken cancellationToken)
    {
        var answer = await table.ReadAsync(key, id, cancellationToken).ConfigureAwait(false);
        if (!answer.Succeeded)
        {
            return (0, [], null);
        }

        using var document = JsonDocument.Parse(answer.Body);
        var marks = document.RootElement.GetProperty("writes").EnumerateArray().Select(mark => mark.GetString()!).ToArray();
        return (document.RootElement.GetProperty("version").GetInt64(), marks, answer.ETag);
    }
}
