using SocialListening.Contracts;
using SocialListening.Storage;
using SocialListening.Telemetry;

namespace SocialListening.Functions.Telemetry;

/// <summary>Counts what becomes of mentions, and keeps with new ones the trace that they came by.</summary>
/// <param name="store">The store that does the work.</param>
/// <param name="time">The clock.</param>
internal sealed class MeasuredMentionStore(IMentionStore store, TimeProvider time) : IMentionStore
{
    /// <inheritdoc/>
    public async Task<StoreOutcome> StoreAsync(string brandId, IReadOnlyList<ScoredMention> mentions, CancellationToken cancellationToken)
    {
        var traced = StageTrace.Current is { } trace ? [.. mentions.Select(mention => mention with { TraceParent = trace })] : mentions;
        var outcome = await store.StoreAsync(brandId, traced, cancellationToken).ConfigureAwait(false);
        var platforms = mentions.Select(mention => mention.Mention.Platform).Distinct(StringComparer.Ordinal).Take(2).ToArray();
        var platform = platforms is [var only] ? only : "mixed";
        ListeningMetrics.Mentions(platform, "added", outcome.Added);
        ListeningMetrics.Mentions(platform, "refreshed", outcome.Updated);
        ListeningMetrics.Mentions(platform, "known", outcome.Unchanged);

        // Which mentions are new is told only when all are; a later reading of an old post would look like a lag.
        if (outcome.Added == mentions.Count)
        {
            var now = time.GetUtcNow();
            foreach (var mention in mentions)
            {
                ListeningMetrics.MentionStored(mention.Mention.Platform, now - mention.Mention.CreatedAtUtc);
            }
        }

        return outcome;
    }
}
