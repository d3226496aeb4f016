using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Options;
using SocialListening.Contracts;
using SocialListening.Privacy;
using SocialListening.Storage;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>
/// Alerts of a brand and the detection state that they follow from, in one partition and so in one transaction. The state is
/// replaced only in the version that was read; a commit whose answer was lost is recognised by its mark.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="retention">How long it is kept who was told.</param>
internal sealed class CosmosAlertStore(CosmosDatabase database, IOptions<RetentionOptions> retention) : IAlertStore
{
    private const string SelectPending = "SELECT VALUE c.alert FROM c WHERE c.type = 'alert' AND c.pending = true";

    private const string SelectNewest = "SELECT VALUE c.alert FROM c WHERE c.type = 'alert' ORDER BY c.onset DESC, c.alertId ASC";

    private const string SelectNewestOfStatus = "SELECT VALUE c.alert FROM c WHERE c.type = 'alert' AND c.status = @status ORDER BY c.onset DESC, c.alertId ASC";

    /// <inheritdoc/>
    public async Task<Versioned<byte[]>> GetDetectionStateAsync(string brandId, CancellationToken cancellationToken)
    {
        var answer = await database.Alerts.ReadAsync(new PartitionKey(brandId), AlertCommit.StateId, cancellationToken).ConfigureAwait(false);
        if (!answer.Succeeded)
        {
            return default;
        }

        using var document = JsonDocument.Parse(answer.Body);
        return new Versioned<byte[]>(StateText.Read(document.RootElement.GetProperty("state").GetString()!), document.RootElement.GetProperty("version").GetInt64());
    }

    /// <inheritdoc/>
    public Task<bool> TryCommitAsync(
        string brandId, byte[] state, long expectedVersion, DateTimeOffset judgedUntil, IReadOnlyList<Alert> alerts, CancellationToken cancellationToken)
    {
        if (alerts.Any(alert => alert.BrandId != brandId))
        {
            throw new ArgumentException("Every alert must be of the brand whose state is saved.", nameof(alerts));
        }

        return new AlertCommit(database.Alerts, brandId, state, judgedUntil, alerts).RunAsync(expectedVersion, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Alert>> ListPendingAsync(string brandId, CancellationToken cancellationToken)
    {
        var alerts = await QueryAsync(brandId, new QueryDefinition(SelectPending), int.MaxValue, cancellationToken).ConfigureAwait(false);
        return [.. alerts.OrderBy(alert => alert.OnsetUtc).ThenBy(alert => alert.Id, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public async Task MarkQueuedAsync(string brandId, string alertId, int revision, CancellationToken cancellationToken)
    {
        var key = new PartitionKey(brandId);
        var id = AlertCommit.IdOf(alertId);
        var answer = await CosmosRetry.Transactions.ExecuteAsync(
            async cancel =>
            {
                var read = await database.Alerts.ReadAsync(key, id, cancel).ConfigureAwait(false);
                if (!read.Succeeded)
                {
                    return (CosmosAnswer?)null;
                }

                var document = JsonNode.Parse(read.Body.Span)!.AsObject();
                if (document["queued"]!.GetValue<int>() >= revision)
                {
                    return null;
                }

                document["queued"] = revision;
                document["pending"] = document["revision"]!.GetValue<int>() > revision;
                return await database.Alerts.ReplaceAsync(key, id, read.ETag!, CosmosJson.Write(document), cancel).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        if (answer is { Succeeded: false } failure)
        {
            throw CosmosStorageException.From("replace", database.Alerts.Name, failure);
        }
    }

    /// <inheritdoc/>
    public async Task<Alert?> GetAsync(string brandId, string alertId, CancellationToken cancellationToken)
    {
        var answer = await database.Alerts.ReadAsync(new PartitionKey(brandId), AlertCommit.IdOf(alertId), cancellationToken).ConfigureAwait(false);
        if (!answer.Succeeded)
        {
            return null;
        }

        using var document = JsonDocument.Parse(answer.Body);
        return Read(document.RootElement.GetProperty("alert"));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Alert>> ListAsync(string brandId, AlertStatus? status, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
        var query = status is { } only ? new QueryDefinition(SelectNewestOfStatus).WithParameter("@status", only.ToString()) : new QueryDefinition(SelectNewest);
        return await QueryAsync(brandId, query, limit, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<bool> TryMarkNotifiedAsync(string brandId, string alertId, int revision, string channel, CancellationToken cancellationToken)
    {
        var id = NotifiedId(alertId, revision, channel);
        var document = new JsonObject { ["id"] = id, ["brandId"] = brandId, ["type"] = "notified", ["ttl"] = (int)retention.Value.Notifications.TotalSeconds };
        return new VersionedDocument(database.Alerts, new PartitionKey(brandId), id).TryWriteAsync(document, 0, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<bool> IsNotifiedAsync(string brandId, string alertId, int revision, string channel, CancellationToken cancellationToken) =>
        (await database.Alerts.ReadAsync(new PartitionKey(brandId), NotifiedId(alertId, revision, channel), cancellationToken).ConfigureAwait(false)).Succeeded;

    private static string NotifiedId(string alertId, int revision, string channel) => CosmosKeys.Id("notified", $"{alertId} {revision} {channel}");

    private static Alert Read(JsonElement alert) => CosmosJson.Read(alert, SocialListeningJsonContext.Default.Alert);

    private Task<List<Alert>> QueryAsync(string brandId, QueryDefinition query, int limit, CancellationToken cancellationToken) =>
        database.Alerts.QueryAsync(new PartitionKey(brandId), query, limit, Read, cancellationToken);
}
