using System.Text.Json;
using Microsoft.Azure.Cosmos;
using SocialListening.Storage;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>Deletes mentions, whatever slots and brands they lie in. The queries go to every physical partition, which erasures are rare enough for.</summary>
/// <param name="database">The database.</param>
internal sealed class CosmosMentionErasure(CosmosDatabase database) : IMentionErasure
{
    private const string SelectPosts = "SELECT c.brandId, c.mentionId, c.createdAt FROM c WHERE c.mentionId";
    private const string SelectOfAuthor = "SELECT c.brandId, c.mentionId, c.createdAt FROM c WHERE c.mention.platform = @platform AND c.mention.authorId";
    private const string SelectSlots = "SELECT c.id, c.slot FROM c WHERE c.brandId = @brandId AND c.mentionId";
    private const int MostAtOnce = 4;

    /// <inheritdoc/>
    public Task<IReadOnlyList<MentionPlace>> FindAsync(IReadOnlyList<string> mentionIds, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(mentionIds.Count, IMentionErasure.MaxMentions, nameof(mentionIds));
        return QueryAsync(CosmosSql.In(SelectPosts, mentionIds), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<MentionPlace>> FindByAuthorAsync(string platform, IReadOnlyList<string> authorIds, CancellationToken cancellationToken) =>
        QueryAsync(CosmosSql.In(SelectOfAuthor, authorIds).WithParameter("@platform", platform), cancellationToken);

    /// <inheritdoc/>
    public async Task DeleteAsync(IReadOnlyList<MentionPlace> places, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(places.Count, IMentionErasure.MaxMentions, nameof(places));
        foreach (var brand in places.GroupBy(place => place.BrandId, StringComparer.Ordinal))
        {
            var query = CosmosSql.In(SelectSlots, [.. brand.Select(place => place.MentionId)]).WithParameter("@brandId", brand.Key);
            var documents = await database.Mentions.QueryAsync(
                CosmosSlots.Prefix(brand.Key),
                query,
                int.MaxValue,
                static found => (Id: found.GetProperty("id").GetString()!, Slot: found.GetProperty("slot").GetString()!),
                cancellationToken).ConfigureAwait(false);
            await Parallel.ForEachAsync(
                documents,
                new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = cancellationToken },
                async (document, cancel) => await database.Mentions.DeleteAsync(CosmosSlots.Key(brand.Key, document.Slot), document.Id, cancel).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<MentionPlace>> QueryAsync(QueryDefinition query, CancellationToken cancellationToken) =>
        await database.Mentions.QueryAsync(null, query, IMentionErasure.MaxMentions, Read, cancellationToken).ConfigureAwait(false);

    private static MentionPlace Read(JsonElement place) =>
        new(place.GetProperty("brandId").GetString()!, place.GetProperty("mentionId").GetString()!, place.GetProperty("createdAt").GetDateTimeOffset());
}
