using Microsoft.Extensions.Logging;
using SocialListening.Contracts;
using SocialListening.Queues;
using SocialListening.Scoring.Adaptation;
using SocialListening.Scoring.Cascade;
using SocialListening.Scoring.Embedded.Redaction;
using SocialListening.Storage;
using SocialListening.Telemetry;

namespace SocialListening.Scoring;

/// <summary>Scores a packed batch and stores it with its counts. A mention that cannot be scored goes to the poison queue alone.</summary>
public sealed partial class MentionBatchProcessor(
    IErasureFilter erasures,
    IMentionScorer scorer,
    BrandScoring brands,
    IBrandAdaptations adaptations,
    PiiRedactor redactor,
    IMentionStore store,
    PoisonQueue poison,
    HardCases hardCases,
    ILogger<MentionBatchProcessor> logger)
{
    /// <summary>Processes one message. Processing it again changes nothing.</summary>
    /// <param name="message">The message text.</param>
    /// <param name="cancellationToken">Cancels before a write; the message is then delivered again.</param>
    /// <returns>What was stored, over all brands.</returns>
    public async Task<StoreOutcome> ProcessAsync(string message, CancellationToken cancellationToken)
    {
        MentionBatch batch;
        try
        {
            batch = Mask(MentionBatchCodec.Unpack(message));
        }
        catch (UnreadableMessageException e)
        {
            Log.Unreadable(logger, e.Message);
            await poison.RejectAsync(QueueNames.Mentions, message, e.Message, cancellationToken).ConfigureAwait(false);
            return default;
        }

        batch = await WithoutErasedAsync(batch, cancellationToken).ConfigureAwait(false);
        if (batch.Mentions.Count == 0)
        {
            return default;
        }

        await brands.LearnAsync(batch.Mentions.SelectMany(matched => matched.BrandIds), batch.Mentions.Max(matched => matched.CollectedAtUtc ?? batch.CollectedAtUtc), cancellationToken).ConfigureAwait(false);
        var scored = await hardCases.MarkAsync(await ScoreAsync(batch, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        var total = default(StoreOutcome);
        foreach (var brand in scored.GroupBy(mention => mention.BrandId, StringComparer.Ordinal))
        {
            var outcome = await store.StoreAsync(brand.Key, [.. brand], cancellationToken).ConfigureAwait(false);
            total = new StoreOutcome(total.Added + outcome.Added, total.Updated + outcome.Updated, total.Unchanged + outcome.Unchanged);
        }

        await hardCases.QueueAsync(scored, cancellationToken).ConfigureAwait(false);
        Log.Stored(logger, batch.SourceId, total.Added, total.Updated, total.Unchanged);
        return total;
    }

    // Before anything else sees them: neither scorers nor poison queue nor storage get what was erased.
    private async Task<MentionBatch> WithoutErasedAsync(MentionBatch batch, CancellationToken cancellationToken)
    {
        var erased = await erasures.AreErasedAsync([.. batch.Mentions.Select(matched => matched.Mention)], cancellationToken).ConfigureAwait(false);
        if (!erased.Contains(true))
        {
            return batch;
        }

        foreach (var (platform, count) in batch.Mentions.Where((_, i) => erased[i]).CountBy(matched => matched.Mention.Platform, StringComparer.Ordinal))
        {
            ListeningMetrics.Mentions(platform, "erased", count);
        }

        return batch with { Mentions = [.. batch.Mentions.Where((_, i) => !erased[i])] };
    }

    private async Task<List<ScoredMention>> ScoreAsync(MentionBatch batch, CancellationToken cancellationToken)
    {
        var entries = Read(batch);
        var results = await scorer.ScoreAsync([.. entries.Select(entry => entry.ToScore)], cancellationToken).ConfigureAwait(false);
        var scored = new List<ScoredMention>(entries.Count);
        foreach (var mention in entries.Zip(results).GroupBy(pair => pair.First.Matched, ReferenceEqualityComparer.Instance))
        {
            if (mention.FirstOrDefault(pair => !pair.Second.IsScored) is { First: not null } failed)
            {
                await RejectAsync(batch, failed.First.Matched, failed.Second.Failure ?? "No score.", cancellationToken).ConfigureAwait(false);
                continue;
            }

            foreach (var (entry, result) in mention)
            {
                scored.AddRange(entry.Texts.Select(text => new ScoredMention(text.BrandId, entry.Matched.Mention, ScoreFor(text, result.Score!), entry.Matched.CollectedAtUtc ?? batch.CollectedAtUtc, entry.Matched.SourceId ?? batch.SourceId)
                {
                    Topics = TopicKey.TopicsOf(entry.Matched.Topics, text.BrandId),
                }));
            }
        }

        return scored;
    }

    // A mention is scored once for the brands that it does not name, which is rare, and once for each that it names.
    private List<Entry> Read(MentionBatch batch)
    {
        var entries = new List<Entry>(batch.Mentions.Count);
        foreach (var matched in batch.Mentions)
        {
            Entry? plain = null;
            foreach (var brandId in matched.BrandIds)
            {
                var text = brands.Read(brandId, matched.Mention.Text);
                if (!ReferenceEquals(text.Neutral, text.Text))
                {
                    entries.Add(new Entry(matched, matched.Mention with { Text = text.Neutral }, [text]));
                }
                else if (plain is null)
                {
                    entries.Add(plain = new Entry(matched, matched.Mention, [text]));
                }
                else
                {
                    plain.Texts.Add(text);
                }
            }
        }

        return entries;
    }

    private MentionScore ScoreFor(in BrandText text, MentionScore score) =>
        brands.Complete(text, adaptations.Of(text.BrandId)?.Apply(text.Neutral, score) ?? score);

    // Collection masks before it queues; only what an older release queued still has to be masked here, also for the poison queue.
    private MentionBatch Mask(MentionBatch batch) => batch.Masked ? batch : batch with
    {
        Masked = true,
        Mentions = [.. batch.Mentions.Select(matched => matched with { Mention = matched.Mention with { Text = redactor.Masked(matched.Mention.Text) } })],
    };

    private async Task RejectAsync(MentionBatch batch, MatchedMention matched, string reason, CancellationToken cancellationToken)
    {
        Log.Rejected(logger, matched.Mention.Id, reason);
        ListeningMetrics.Mentions(matched.Mention.Platform, "rejected", 1);
        var body = MentionBatchCodec.Pack(batch with { Mentions = [matched] });
        await poison.RejectAsync(QueueNames.Mentions, body[0], $"{matched.Mention.Id}: {reason}", cancellationToken).ConfigureAwait(false);
    }

    private sealed record Entry(MatchedMention Matched, Mention ToScore, List<BrandText> Texts);

    private static partial class Log
    {
        [LoggerMessage(2000, LogLevel.Debug, "Batch of {SourceId}: {Added} new, {Updated} refreshed, {Unchanged} known")]
        public static partial void Stored(ILogger logger, string sourceId, int added, int updated, int unchanged);

        [LoggerMessage(2001, LogLevel.Error, "A message was put aside: {Reason}")]
        public static partial void Unreadable(ILogger logger, string reason);

        [LoggerMessage(2002, LogLevel.Error, "Mention {MentionId} was put aside: {Reason}")]
        public static partial void Rejected(ILogger logger, string mentionId, string reason);
    }
}
