using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Azure.Cosmos;
using SocialListening.Storage;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>When each timer last ran.</summary>
/// <param name="database">The database.</param>
internal sealed class CosmosTimerStatusStore(CosmosDatabase database) : ITimerStatusStore
{
    private const string Kind = "timer";

    private static readonly PartitionKey Key = new(Kind);

    /// <inheritdoc/>
    public async Task<TimerStatus?> GetAsync(string name, CancellationToken cancellationToken)
    {
        var answer = await database.Cursors.ReadAsync(Key, CosmosKeys.Id(Kind, name), cancellationToken).ConfigureAwait(false);
        if (!answer.Succeeded)
        {
            return null;
        }

        using var document = JsonDocument.Parse(answer.Body);
        var status = document.RootElement;
        return new TimerStatus(
            status.TryGetProperty("last", out var last) ? last.GetDateTimeOffset() : null,
            status.GetProperty("next").GetDateTimeOffset(),
            status.GetProperty("lastUpdated").GetDateTimeOffset());
    }

    /// <inheritdoc/>
    public Task SaveAsync(string name, TimerStatus status, CancellationToken cancellationToken)
    {
        var document = new JsonObject
        {
            ["id"] = CosmosKeys.Id(Kind, name),
            ["kind"] = Kind,
            ["next"] = CosmosJson.Instant(status.Next),
            ["lastUpdated"] = CosmosJson.Instant(status.LastUpdated),
        };
        if (status.Last is { } last)
        {
            document["last"] = CosmosJson.Instant(last);
        }

        return database.Cursors.UpsertAsync(Key, CosmosJson.Write(document), cancellationToken);
    }
}
