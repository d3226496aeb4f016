using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Azure.Cosmos;
using SocialListening.Storage;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>The position of the replay's clock.</summary>
/// <param name="database">The database.</param>
internal sealed class CosmosReplayPositionStore(CosmosDatabase database) : IReplayPositionStore
{
    private const string Kind = "replay";

    private static readonly PartitionKey Key = new(Kind);

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> GetAsync(CancellationToken cancellationToken)
    {
        var answer = await database.Cursors.ReadAsync(Key, Kind, cancellationToken).ConfigureAwait(false);
        if (!answer.Succeeded)
        {
            return null;
        }

        using var document = JsonDocument.Parse(answer.Body);
        return document.RootElement.GetProperty("position").GetDateTimeOffset();
    }

    /// <inheritdoc/>
    public Task SaveAsync(DateTimeOffset position, CancellationToken cancellationToken)
    {
        var document = new JsonObject { ["id"] = Kind, ["kind"] = Kind, ["position"] = CosmosJson.Instant(position) };
        return database.Cursors.UpsertAsync(Key, CosmosJson.Write(document), cancellationToken);
    }
}
