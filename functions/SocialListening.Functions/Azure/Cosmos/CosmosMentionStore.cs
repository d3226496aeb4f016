using Microsoft.Extensions.Options;
using SocialListening.Contracts;
using SocialListening.Privacy;
using SocialListening.Storage;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>
/// Mentions and the counts that count them, in transactions of one logical partition each: a batch is cut by slot, then by what
/// a transaction may hold. The cuts need no transaction over them, since a batch that failed half-way is stored again.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="slots">Where mentions live.</param>
/// <param name="options">How long mentions and their counts are kept.</param>
internal sealed class CosmosMentionStore(CosmosDatabase database, CosmosSlots slots, IOptions<RetentionOptions> options) : IMentionStore, IDisposable
{
    private const int MostBytes = 1_400_000;
    private const int MostAtOnce = 4;

    private readonly SlotTurns _turns = new();

    /// <inheritdoc/>
    public async Task<StoreOutcome> StoreAsync(string brandId, IReadOnlyList<ScoredMention> mentions, CancellationToken cancellationToken)
    {
        if (mentions.Any(mention => mention.BrandId != brandId))
        {
            throw new ArgumentException("Every mention must be of the brand that it is stored for.", nameof(mentions));
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (mentions.Count == 0)
        {
            return default;
        }

        var bySlot = await BySlotAsync(brandId, mentions, cancellationToken).ConfigureAwait(false);
        var judgedUntil = await CosmosJudgement.ReadAsync(database.Alerts, brandId, cancellationToken).ConfigureAwait(false);
        int added = 0, updated = 0;
        await Parallel.ForEachAsync(
            bySlot,
            new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = cancellationToken },
            async (slot, cancel) =>
            {
                foreach (var part in Cut(slot.Value))
                {
                    var outcome = await StoreAsync(brandId, slot.Key, part, judgedUntil, cancel).ConfigureAwait(false);
                    Interlocked.Add(ref added, outcome.Added);
                    Interlocked.Add(ref updated, outcome.Updated);
                }
            }).ConfigureAwait(false);
        return new StoreOutcome(added, updated, mentions.Count - added - updated);
    }

    /// <inheritdoc/>
    public void Dispose() => _turns.Dispose();

    private async Task<Dictionary<string, List<ScoredMention>>> BySlotAsync(string brandId, IReadOnlyList<ScoredMention> mentions, CancellationToken cancellationToken)
    {
        var bySlot = new Dictionary<string, List<ScoredMention>>(StringComparer.Ordinal);
        foreach (var mention in mentions)
        {
            var slot = await slots.SlotOfAsync(brandId, mention.Mention, cancellationToken).ConfigureAwait(false);
            if (!bySlot.TryGetValue(slot, out var part))
            {
                bySlot.Add(slot, part = []);
            }

            part.Add(mention);
        }

        return bySlot;
    }

    private async Task<StoreOutcome> StoreAsync(string brandId, string slot, List<ScoredMention> mentions, DateTimeOffset judgedUntil, CancellationToken cancellationToken)
    {
        var transaction = new SlotTransaction<StoreOutcome>(database.Mentions, brandId, slot, options.Value);
        var ids = mentions.SelectMany(mention => SlotState.IdsFor(mention.Mention)).ToHashSet(StringComparer.Ordinal);
        if (await _turns.RunAsync(brandId, slot, () => transaction.RunAsync(ids, state => Apply(state, mentions, judgedUntil), cancellationToken), cancellationToken).ConfigureAwait(false) is { } outcome)
        {
            return outcome;
        }

        // Stored mentions can have been counted in more hours than those of their present readings, which only reading tells.
        var half = mentions.Count / 2;
        var first = await StoreAsync(brandId, slot, [.. mentions.Take(half)], judgedUntil, cancellationToken).ConfigureAwait(false);
        var second = await StoreAsync(brandId, slot, [.. mentions.Skip(half)], judgedUntil, cancellationToken).ConfigureAwait(false);
        return new StoreOutcome(first.Added + second.Added, first.Updated + second.Updated, first.Unchanged + second.Unchanged);
    }

    private static StoreOutcome Apply(SlotState state, List<ScoredMention> mentions, DateTimeOffset judgedUntil)
    {
        int added = 0, updated = 0;
        foreach (var reading in mentions)
        {
            if (state.Find(reading.Mention.Id) is not { } stored)
            {
                added++;
                state.Add(reading, judgedUntil);
            }
            else if (reading.CollectedAtUtc > stored.Value.CollectedAtUtc)
            {
                updated++;
                state.Refresh(stored, reading);
            }
        }

        return new StoreOutcome(added, updated, mentions.Count - added - updated);
    }

    // In the order of creation, so that the mentions of one bucket fall into as few transactions as can be.
    private static IEnumerable<List<ScoredMention>> Cut(List<ScoredMention> mentions)
    {
        var part = new List<ScoredMention>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var bytes = 0;
        foreach (var group in mentions.GroupBy(mention => mention.Mention.Id, StringComparer.Ordinal).OrderBy(group => group.First().Mention.CreatedAtUtc))
        {
            var touched = group.SelectMany(mention => SlotState.IdsFor(mention.Mention)).ToHashSet(StringComparer.Ordinal);
            var size = group.Max(mention => MostBytesOf(mention.Mention));
            if (part.Count > 0 && (ids.Count + touched.Count(id => !ids.Contains(id)) > SlotState.MostDocuments || bytes + size > MostBytes))
            {
                yield return part;
                part = [];
                ids.Clear();
                bytes = 0;
            }

            part.AddRange(group);
            ids.UnionWith(touched);
            bytes += size;
        }

        yield return part;
    }

    // A character is six bytes at most, as an escape.
    private static int MostBytesOf(Mention mention) => 4_000 + (6 * mention.Text.Length);
}
