using System.Text.Json.Nodes;
using Microsoft.Azure.Cosmos;
using SocialListening.Storage;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>Takes posts out of alerts, each in the version that was read.</summary>
/// <param name="database">The database.</param>
internal sealed class CosmosAlertEvidence(CosmosDatabase database) : IAlertEvidence
{
    private const string Select = "SELECT DISTINCT c.brandId, c.id FROM c JOIN post IN c.alert.posts WHERE c.type = 'alert' AND post.mentionId";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> RemovePostsAsync(IReadOnlyCollection<string> mentionIds, CancellationToken cancellationToken)
    {
        var erased = mentionIds.ToHashSet(StringComparer.Ordinal);
        var found = await database.Alerts.QueryAsync(
            null,
            CosmosSql.In(Select, [.. erased]),
            int.MaxValue,
            static alert => (BrandId: alert.GetProperty("brandId").GetString()!, Id: alert.GetProperty("id").GetString()!),
            cancellationToken).ConfigureAwait(false);
        var removed = new List<string>();
        foreach (var (brandId, id) in found)
        {
            removed.AddRange(await RemoveAsync(new PartitionKey(brandId), id, erased, cancellationToken).ConfigureAwait(false));
        }

        return removed;
    }

    private async Task<IReadOnlyList<string>> RemoveAsync(PartitionKey key, string id, HashSet<string> erased, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> removed = [];
        var answer = await CosmosRetry.Transactions.ExecuteAsync(
            async cancel =>
            {
                var read = await database.Alerts.ReadAsync(key, id, cancel).ConfigureAwait(false);
                if (!read.Succeeded)
                {
                    return (CosmosAnswer?)null;
                }

                var document = JsonNode.Parse(read.Body.Span)!.AsObject();
                var posts = document["alert"]!["posts"]!.AsArray();
                var gone = posts.Where(post => erased.Contains(post!["mentionId"]!.GetValue<string>())).ToArray();
                if (gone.Length == 0)
                {
                    return null;
                }

                removed = [.. gone.Select(post => post!["mentionId"]!.GetValue<string>())];
                Array.ForEach(gone, post => posts.Remove(post));
                return await database.Alerts.ReplaceAsync(key, id, read.ETag!, CosmosJson.Write(document), cancel).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        return answer is { Succeeded: false } failure ? throw CosmosStorageException.From("replace", database.Alerts.Name, failure) : removed;
    }
}
