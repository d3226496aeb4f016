using System.Text.Json.Nodes;
using SocialListening.Contracts;
using SocialListening.Privacy;
using SocialListening.Rollups;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>Counts within a transaction.</summary>
/// <param name="id">Their id.</param>
/// <param name="etag">The version that was read.</param>
/// <param name="granularity">Their granularity.</param>
/// <param name="counts">The counts, which change in place.</param>
internal sealed class SlotRollup(string id, string? etag, Granularity granularity, RollupDocument counts) : SlotDocument(id, etag)
{
    /// <summary>The counts.</summary>
    public RollupDocument Counts => counts;

    /// <summary>Their granularity.</summary>
    public Granularity Granularity => granularity;

    /// <summary>Engagement of the mentions that they count; kept by the hour and the day.</summary>
    public Engagement Engagement { get; set; }

    /// <summary>Whether counts changed, which is what makes a revision.</summary>
    public bool Recounted { get; set; }

    /// <summary>Moves the key phrases of a mention; those of five minutes are not counted.</summary>
    /// <param name="before">Its score before; <see langword="null"/> for a new mention.</param>
    /// <param name="after">Its score now; <see langword="null"/> for one that goes.</param>
    public void MoveTerms(MentionScore? before, MentionScore? after)
    {
        if (Granularity == Granularity.Bucket)
        {
            return;
        }

        var tally = Counts.Terms ?? new TermTally();
        if (TermCounting.Move(tally, TermCounting.Capacity(Granularity == Granularity.Hour ? TermSpan.Hour : TermSpan.Day), before, after))
        {
            Counts.Terms = tally;
            Changed = true;
        }
    }

    /// <inheritdoc/>
    public override JsonObject ToJson(string slot, RetentionOptions retention)
    {
        var document = CosmosRollups.ToDocument(Counts, Id, slot, Granularity);
        if (Granularity == Granularity.Bucket)
        {
            document["ttl"] = (int)retention.Buckets.TotalSeconds;
        }
        else
        {
            document["engagement"] = Engagement.ToJson();
        }

        return document;
    }
}
