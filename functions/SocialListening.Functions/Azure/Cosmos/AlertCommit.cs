using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Azure.Cosmos;
using SocialListening.Contracts;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>One commit of a detection state with its alerts.</summary>
/// <param name="table">The container.</param>
/// <param name="brandId">The brand.</param>
/// <param name="state">The new state.</param>
/// <param name="judgedUntil">End of the last bucket that it judged.</param>
/// <param name="alerts">The alerts.</param>
internal sealed class AlertCommit(CosmosTable table, string brandId, byte[] state, DateTimeOffset judgedUntil, IReadOnlyList<Alert> alerts)
{
    /// <summary>The id of the state's document.</summary>
    public const string StateId = "state";

    // State and judgement are in each transaction too.
    private const int MostAlerts = 98;

    private const string Select = "SELECT c.id, c._etag, c.version, c.write, c.revision, c.queued FROM c WHERE c.id";

    private readonly PartitionKey _key = new(brandId);
    private readonly string _mark = CosmosKeys.NewToken();

    /// <summary>Gives the document id of an alert.</summary>
    /// <param name="alertId">The alert's id.</param>
    public static string IdOf(string alertId) => CosmosKeys.Id("alert", alertId);

    /// <summary>Commits.</summary>
    /// <param name="expectedVersion">The version of the state that must be stored; 0 for none.</param>
    /// <param name="cancellationToken">Cancels between attempts.</param>
    /// <returns><see langword="false"/> when another version is stored; then nothing changes.</returns>
    /// <exception cref="CosmosStorageException">The service did not answer.</exception>
    public async Task<bool> RunAsync(long expectedVersion, CancellationToken cancellationToken)
    {
        // Of several revisions of one alert in one commit the newest counts.
        var newest = alerts.GroupBy(alert => alert.Id, StringComparer.Ordinal)
            .Select(revisions => revisions.Aggregate((one, next) => next.Revision >= one.Revision ? next : one)).ToArray();
        var committed = false;
        var answer = await CosmosRetry.Transactions.ExecuteAsync(
            async cancel =>
            {
                var stored = await ReadAsync([StateId, .. newest.Select(alert => IdOf(alert.Id))], cancel).ConfigureAwait(false);
                var before = stored.GetValueOrDefault(StateId);
                committed = before?.Mark == _mark;
                if (committed || (before?.Version ?? 0) != expectedVersion)
                {
                    return (CosmosAnswer?)null;
                }

                var result = await CommitAsync(before, expectedVersion + 1, Changes(newest, stored), cancel).ConfigureAwait(false);
                committed = result.Succeeded;
                return result;
            },
            cancellationToken).ConfigureAwait(false);
        return answer is { Succeeded: false } failure ? throw CosmosStorageException.From("batch", table.Name, failure) : committed;
    }

    private async Task<Dictionary<string, Stored>> ReadAsync(string[] ids, CancellationToken cancellationToken)
    {
        var stored = await table.QueryAsync(_key, CosmosSql.In(Select, ids), int.MaxValue, Stored.Read, cancellationToken).ConfigureAwait(false);
        return stored.ToDictionary(document => document.Id, StringComparer.Ordinal);
    }

    // What one transaction does not hold goes first, and the state with the last: ids and revisions follow from the state, so
    // that whoever detects from it again stores the same alerts.
    private async Task<CosmosAnswer> CommitAsync(Stored? before, long version, List<(JsonObject Document, string? ETag)> changes, CancellationToken cancellationToken)
    {
        foreach (var first in changes.Take(Math.Max(0, changes.Count - MostAlerts)).Chunk(MostAlerts))
        {
            var answer = await table.CommitAsync(_key, batch => Array.ForEach(first, change => Put(batch, change.Document, change.ETag)), cancellationToken).ConfigureAwait(false);
            if (!answer.Succeeded)
            {
                return answer;
            }
        }

        return await table.CommitAsync(
            _key,
            batch =>
            {
                Put(batch, StateDocument(version), before?.ETag);
                batch.UpsertItemStream(new MemoryStream(CosmosJson.Write(CosmosJudgement.ToDocument(brandId, judgedUntil))));
                changes.TakeLast(MostAlerts).ToList().ForEach(change => Put(batch, change.Document, change.ETag));
            },
            cancellationToken).ConfigureAwait(false);
    }

    private JsonObject StateDocument(long version) => new()
    {
        ["id"] = StateId,
        ["brandId"] = brandId,
        ["type"] = StateId,
        ["version"] = version,
        ["write"] = _mark,
        ["state"] = StateText.Write(state),
    };

    private static List<(JsonObject Document, string? ETag)> Changes(Alert[] newest, Dictionary<string, Stored> stored) =>
    [
        .. from alert in newest
           let known = stored.GetValueOrDefault(IdOf(alert.Id))
           where known is null || alert.Revision >= known.Revision
           select (ToDocument(alert, known?.Queued ?? 0), known?.ETag),
    ];

    private static void Put(TransactionalBatch batch, JsonObject document, string? etag)
    {
        var content = new MemoryStream(CosmosJson.Write(document));
        if (etag is null)
        {
            batch.CreateItemStream(content);
        }
        else
        {
            batch.ReplaceItemStream(document["id"]!.GetValue<string>(), content, new TransactionalBatchItemRequestOptions { IfMatchEtag = etag });
        }
    }

    private static JsonObject ToDocument(Alert alert, int queued) => new()
    {
        ["id"] = IdOf(alert.Id),
        ["brandId"] = alert.BrandId,
        ["type"] = "alert",
        ["alertId"] = alert.Id,
        ["status"] = alert.Status.ToString(),
        ["onset"] = CosmosJson.Instant(alert.OnsetUtc),
        ["revision"] = alert.Revision,
        ["queued"] = queued,
        ["pending"] = queued < alert.Revision,
        ["alert"] = CosmosJson.ToObject(alert, SocialListeningJsonContext.Default.Alert),
    };

    private sealed record Stored(string Id, string ETag, long Version, string? Mark, int Revision, int Queued)
    {
        public static Stored Read(JsonElement document) => new(
            document.GetProperty("id").GetString()!,
            document.GetProperty("_etag").GetString()!,
            document.TryGetProperty("version", out var version) ? version.GetInt64() : 0,
            document.TryGetProperty("write", out var mark) ? mark.GetString() : null,
            document.TryGetProperty("revision", out var revision) ? revision.GetInt32() : 0,
            document.TryGetProperty("queued", out var queued) ? queued.GetInt32() : 0);
    }
}
