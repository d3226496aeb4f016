using System.Text.Json;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Options;
using SocialListening.Privacy;
using SocialListening.Storage;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>Deletes mentions, whatever slots and brands they lie in. The queries go to every physical partition, which erasures are rare enough for.</summary>
/// <param name="database">The database.</param>
/// <param name="retention">How long the counts are kept that are written anew.</param>
internal sealed class CosmosMentionErasure(CosmosDatabase database, IOptions<RetentionOptions> retention) : IMentionErasure
{
    private const string SelectPosts = "SELECT c.brandId, c.mentionId, c.createdAt FROM c WHERE c.mentionId";
    private const string SelectOfAuthor = "SELECT c.brandId, c.mentionId, c.createdAt FROM c WHERE c.mention.platform = @platform AND c.mention.authorId";
    private const string SelectSlots = "SELECT c.slot, c.brandId, c.mentionId, c.createdAt FROM c WHERE c.brandId = @brandId AND c.mentionId";

    // The counts of three granularities stand beside the mentions in a transaction, in the worst case three for each.
    private const int MostAtOnce = 25;

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
            var stored = await database.Mentions.QueryAsync(CosmosSlots.Prefix(brand.Key), query, int.MaxValue, Place, cancellationToken).ConfigureAwait(false);
            foreach (var slot in stored.GroupBy(place => place.Slot, place => place.Place, StringComparer.Ordinal))
            {
                foreach (var part in slot.OrderBy(place => place.CreatedAtUtc).Chunk(MostAtOnce))
                {
                    await DeleteAsync(brand.Key, slot.Key, part, cancellationToken).ConfigureAwait(false);
                }
            }
        }
    }

    private Task<int?> DeleteAsync(string brandId, string slot, MentionPlace[] places, CancellationToken cancellationToken)
    {
        var ids = places.SelectMany(place => SlotState.IdsFor(place.MentionId, place.CreatedAtUtc)).ToHashSet(StringComparer.Ordinal);
        return new SlotTransaction<int>(database.Mentions, brandId, slot, retention.Value).RunAsync(
            ids,
            state =>
            {
                var found = places.Select(place => state.Find(place.MentionId)).OfType<SlotMention>().ToList();
                found.ForEach(state.Erase);
                return found.Count;
            },
            cancellationToken);
    }

    private static (string Slot, MentionPlace Place) Place(JsonElement place) => (place.GetProperty("slot").GetString()!, Read(place));

    private async Task<IReadOnlyList<MentionPlace>> QueryAsync(QueryDefinition query, CancellationToken cancellationToken) =>
        await database.Mentions.QueryAsync(null, query, IMentionErasure.MaxMentions, Read, cancellationToken).ConfigureAwait(false);

    private static MentionPlace Read(JsonElement place) =>
        new(place.GetProperty("brandId").GetString()!, place.GetProperty("mentionId").GetString()!, place.GetProperty("createdAt").GetDateTimeOffset());
}
