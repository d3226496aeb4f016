using System.Text.Json;
using SocialListening.Contracts;
using SocialListening.Rollups;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>The documents of one slot that a transaction may touch, as they were read, and the changes to them.</summary>
/// <param name="brandId">The brand.</param>
internal sealed class SlotState(string brandId)
{
    /// <summary>The most documents that a transaction may write.</summary>
    public const int MostDocuments = 100;

    private static readonly Granularity[] Granularities = Enum.GetValues<Granularity>();

    private readonly Dictionary<string, SlotMention> _mentions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SlotRollup> _rollups = new(StringComparer.Ordinal);

    /// <summary>The mark that the writer of each document left there.</summary>
    public HashSet<string> Writes { get; } = new(StringComparer.Ordinal);

    /// <summary>The mentions.</summary>
    public IReadOnlyCollection<SlotMention> Mentions => _mentions.Values;

    /// <summary>Gives the ids of a mention's document and of the counts that count it.</summary>
    /// <param name="mention">The mention.</param>
    public static IEnumerable<string> IdsFor(Mention mention) => IdsFor(mention.Id, mention.CreatedAtUtc);

    /// <summary>Gives the ids of a mention's document and of the counts that count it.</summary>
    /// <param name="mentionId">The mention's id.</param>
    /// <param name="created">Its creation time.</param>
    public static IEnumerable<string> IdsFor(string mentionId, DateTimeOffset created) =>
        [CosmosMentions.IdOf(mentionId), .. Granularities.Select(granularity => CosmosRollups.IdOf(granularity, CosmosRollups.StartOf(granularity, created)))];

    /// <summary>Takes a document that was read.</summary>
    /// <param name="document">The document.</param>
    /// <returns>Its id.</returns>
    public string Add(JsonElement document)
    {
        var id = document.GetProperty("id").GetString()!;
        var etag = document.GetProperty("_etag").GetString();
        Writes.Add(document.GetProperty("write").GetString()!);
        var type = document.GetProperty("type").GetString();
        if (type == CosmosMentions.Type)
        {
            _mentions[id] = new SlotMention(id, etag, CosmosMentions.Read(document));
            return id;
        }

        var granularity = Granularities.Single(known => CosmosRollups.TypeOf(known) == type);
        var rollup = new SlotRollup(id, etag, granularity, CosmosRollups.Read(document));
        if (document.TryGetProperty("engagement", out var engagement))
        {
            rollup.Engagement = Engagement.FromJson(engagement);
        }

        _rollups[id] = rollup;
        return id;
    }

    /// <summary>Finds a mention.</summary>
    /// <param name="mentionId">The mention's id.</param>
    public SlotMention? Find(string mentionId) => _mentions.GetValueOrDefault(CosmosMentions.IdOf(mentionId));

    /// <summary>Adds a mention that is new, and counts it.</summary>
    /// <param name="mention">The mention.</param>
    /// <param name="judgedUntil">Until when spike detection has judged.</param>
    public void Add(ScoredMention mention, DateTimeOffset judgedUntil)
    {
        var id = CosmosMentions.IdOf(mention.Mention.Id);
        _mentions.Add(id, new SlotMention(id, null, mention) { Changed = true });
        var more = Nothing(mention.Mention);
        RollupBucket.Count(more, mention);
        foreach (var rollup in Recounted(mention.Mention, null, more, judgedUntil))
        {
            rollup.Engagement += Engagement.Of(mention.Mention);
            rollup.MoveTerms(null, mention.Score);
        }
    }

    /// <summary>Takes a mention out for good. Its key phrases go with it, since they are words of its text; what else counts it stays.</summary>
    /// <param name="stored">The stored mention.</param>
    public void Erase(SlotMention stored)
    {
        stored.Erased = true;
        stored.Changed = true;
        MoveTerms(stored.Value.Mention, stored.Value.Score, null);
    }

    /// <summary>Takes the counters of a later reading of a stored mention.</summary>
    /// <param name="stored">The stored mention.</param>
    /// <param name="reading">The later reading.</param>
    public void Refresh(SlotMention stored, ScoredMention reading)
    {
        var before = stored.Value.Mention;
        stored.Value = CosmosMentions.Refresh(stored.Value, reading);
        stored.Changed = true;
        var more = Engagement.Of(stored.Value.Mention) + -Engagement.Of(before);
        if (more == default)
        {
            return;
        }

        foreach (var rollup in Granularities.Where(granularity => granularity != Granularity.Bucket).Select(granularity => RollupOf(granularity, before.CreatedAtUtc)))
        {
            rollup.Engagement += more;
            rollup.Changed = true;
        }
    }

    /// <summary>Gives a stored mention another score or correction, and its counts with it.</summary>
    /// <param name="stored">The stored mention.</param>
    /// <param name="after">The mention as it is to be.</param>
    /// <param name="judgedUntil">Until when spike detection has judged.</param>
    public void Revise(SlotMention stored, ScoredMention after, DateTimeOffset judgedUntil)
    {
        var before = stored.Value;
        stored.Value = after;
        stored.Changed = true;
        MoveTerms(before.Mention, before.Score, after.Score);
        if (RollupBucket.CountsAlike(before, after))
        {
            return;
        }

        var (less, more) = (Nothing(before.Mention), Nothing(before.Mention));
        RollupBucket.Count(less, before);
        RollupBucket.Count(more, after);
        _ = Recounted(before.Mention, less, more, judgedUntil);
    }

    /// <summary>Ends the changes: each recounted document becomes a revision.</summary>
    /// <returns>The documents that must be written.</returns>
    public SlotDocument[] Finish()
    {
        foreach (var rollup in _rollups.Values.Where(rollup => rollup.Recounted))
        {
            rollup.Counts.Revision++;
        }

        return [.. _mentions.Values.Concat<SlotDocument>(_rollups.Values).Where(document => document.Changed)];
    }

    private void MoveTerms(Mention mention, MentionScore before, MentionScore? after)
    {
        if (after is null || !before.KeyPhrases.SequenceEqual(after.KeyPhrases, StringComparer.Ordinal))
        {
            foreach (var granularity in Granularities)
            {
                RollupOf(granularity, mention.CreatedAtUtc).MoveTerms(before, after);
            }
        }
    }

    private RollupDocument Nothing(Mention mention) => new() { BrandId = brandId, Start = RollupBucket.StartOf(mention.CreatedAtUtc) };

    private List<SlotRollup> Recounted(Mention mention, RollupDocument? less, RollupDocument more, DateTimeOffset judgedUntil)
    {
        var late = more.Start + RollupBucket.Length <= judgedUntil;
        var rollups = Granularities.Select(granularity => RollupOf(granularity, mention.CreatedAtUtc)).ToList();
        foreach (var rollup in rollups)
        {
            if (less is not null)
            {
                RollupSum.Subtract(rollup.Counts, less);
            }

            RollupSum.Add(rollup.Counts, more);
            if (rollup.Granularity != Granularity.Bucket)
            {
                rollup.Counts.ByMinute.Clear();
            }

            rollup.Counts.RevisedLate |= late;
            rollup.Recounted = true;
            rollup.Changed = true;
        }

        return rollups;
    }

    private SlotRollup RollupOf(Granularity granularity, DateTimeOffset created)
    {
        var start = CosmosRollups.StartOf(granularity, created);
        var id = CosmosRollups.IdOf(granularity, start);
        if (!_rollups.TryGetValue(id, out var rollup))
        {
            rollup = new SlotRollup(id, null, granularity, new RollupDocument { BrandId = brandId, Start = start });
            _rollups.Add(id, rollup);
        }

        return rollup;
    }
}
