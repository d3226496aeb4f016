using System.Text.Json;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Options;
using SocialListening.Contracts;
using SocialListening.Privacy;
using SocialListening.Storage;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>Corrections and new scores of stored mentions, each with its counts in one transaction of its slot.</summary>
/// <param name="database">The database.</param>
/// <param name="options">How long mentions and their counts are kept.</param>
internal sealed class CosmosMentionRevisions(CosmosDatabase database, IOptions<RetentionOptions> options) : IMentionCorrection, IMentionRescoring
{
    // The counts of three granularities stand beside the mentions in a transaction, in the worst case three for each.
    private const int MostAtOnce = 25;

    private const string SelectPlaces = "SELECT c.slot, c.mentionId, c.createdAt FROM c WHERE c.brandId = @brandId AND c.mentionId";

    private const string SelectPending =
        "SELECT * FROM c WHERE c.brandId = @brandId AND c.pendingPlace > @after ORDER BY c.pendingPlace ASC";

    /// <inheritdoc/>
    public async Task<CorrectionResult> CorrectAsync(
        string brandId, string mentionId, SentimentCorrection? correction, int? expectedRevision, CancellationToken cancellationToken)
    {
        // As a rule there is one place; a post whose creation time moved across midnight has two, and each is corrected.
        var places = await PlacesAsync(brandId, [mentionId], cancellationToken).ConfigureAwait(false);
        var judgedUntil = places.Length == 0 ? default : await CosmosJudgement.ReadAsync(database.Alerts, brandId, cancellationToken).ConfigureAwait(false);
        var told = new CorrectionResult(CorrectionOutcome.Unknown, null);
        foreach (var slot in places)
        {
            var done = await TransactionIn<CorrectionResult>(brandId, slot.Key)
                .RunAsync(IdsOf(slot), state => Correct(state, mentionId, correction, expectedRevision, judgedUntil), cancellationToken).ConfigureAwait(false);
            told = Weight(done!.Value) > Weight(told) ? done.Value : told;
        }

        return told;
    }

    /// <inheritdoc/>
    public async Task<int> RescoreAsync(string brandId, IReadOnlyList<RescoredMention> scores, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scores.Count, IMentionRescoring.MaxRescored, nameof(scores));
        if (scores.Count == 0)
        {
            return 0;
        }

        var byId = scores.ToDictionary(score => score.MentionId, StringComparer.Ordinal);
        var places = await PlacesAsync(brandId, [.. byId.Keys], cancellationToken).ConfigureAwait(false);
        var judgedUntil = await CosmosJudgement.ReadAsync(database.Alerts, brandId, cancellationToken).ConfigureAwait(false);
        var replaced = 0;
        foreach (var slot in places)
        {
            foreach (var part in slot.OrderBy(place => place.Created).Chunk(MostAtOnce))
            {
                var count = await TransactionIn<int>(brandId, slot.Key)
                    .RunAsync(IdsOf(part), state => Rescore(state, part.Select(place => byId[place.MentionId]), judgedUntil), cancellationToken).ConfigureAwait(false);
                replaced += count!.Value;
            }
        }

        return replaced;
    }

    /// <inheritdoc/>
    public Task<MentionPage> ListCorrectedAsync(string brandId, int limit, MentionCursor? after, CancellationToken cancellationToken) =>
        CosmosMentionReader.ReadAsync(database, new MentionFilter { BrandId = brandId, Limit = limit, After = after }, corrected: true, cancellationToken);

    /// <inheritdoc/>
    public Task<MentionPage> ListPendingAsync(string brandId, int limit, MentionCursor? after, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
        var query = new QueryDefinition(SelectPending)
            .WithParameter("@brandId", brandId)
            .WithParameter("@after", after is null ? string.Empty : CosmosMentions.PendingPlace(after.CreatedAtUtc, after.MentionId));
        return CosmosMentionReader.PageAsync(database, brandId, query, limit, cancellationToken);
    }

    // Of several places the one that was changed is told, then one that somebody else changed first.
    private static int Weight(CorrectionResult result) => result.Outcome switch
    {
        CorrectionOutcome.Changed => 3,
        CorrectionOutcome.Conflict => 2,
        CorrectionOutcome.Unchanged => 1,
        _ => 0,
    };

    private static CorrectionResult Correct(SlotState state, string mentionId, SentimentCorrection? correction, int? expectedRevision, DateTimeOffset judgedUntil)
    {
        if (state.Find(mentionId) is not { } found)
        {
            return new CorrectionResult(CorrectionOutcome.Unknown, null);
        }

        var stored = found.Value;
        if (correction is null ? stored.Correction is null : correction == stored.Correction?.WithTimeOf(correction))
        {
            return new CorrectionResult(CorrectionOutcome.Unchanged, stored);
        }

        if (expectedRevision is { } expected && expected != stored.Revision)
        {
            return new CorrectionResult(CorrectionOutcome.Conflict, stored);
        }

        var corrected = stored with { Correction = correction, Revision = stored.Revision + 1 };
        state.Revise(found, corrected, judgedUntil);
        return new CorrectionResult(CorrectionOutcome.Changed, corrected);
    }

    private static int Rescore(SlotState state, IEnumerable<RescoredMention> scores, DateTimeOffset judgedUntil)
    {
        var replaced = 0;
        foreach (var rescored in scores)
        {
            if (state.Find(rescored.MentionId) is { } found && found.Value.Revision == rescored.ExpectedRevision)
            {
                state.Revise(found, found.Value with { Score = rescored.Score, Revision = found.Value.Revision + 1 }, judgedUntil);
                replaced++;
            }
        }

        return replaced;
    }

    private static HashSet<string> IdsOf(IEnumerable<(string Slot, string MentionId, DateTimeOffset Created)> places) =>
        places.SelectMany(place => SlotState.IdsFor(place.MentionId, place.Created)).ToHashSet(StringComparer.Ordinal);

    private SlotTransaction<T> TransactionIn<T>(string brandId, string slot)
        where T : struct =>
        new(database.Mentions, brandId, slot, options.Value);

    private async Task<IGrouping<string, (string Slot, string MentionId, DateTimeOffset Created)>[]> PlacesAsync(
        string brandId, string[] mentionIds, CancellationToken cancellationToken)
    {
        var query = CosmosSql.In(SelectPlaces, mentionIds).WithParameter("@brandId", brandId);
        var places = await database.Mentions.QueryAsync(CosmosSlots.Prefix(brandId), query, int.MaxValue, Place, cancellationToken).ConfigureAwait(false);
        return [.. places.GroupBy(place => place.Slot, StringComparer.Ordinal)];
    }

    private static (string Slot, string MentionId, DateTimeOffset Created) Place(JsonElement place) =>
        (place.GetProperty("slot").GetString()!, place.GetProperty("mentionId").GetString()!, place.GetProperty("createdAt").GetDateTimeOffset());
}
