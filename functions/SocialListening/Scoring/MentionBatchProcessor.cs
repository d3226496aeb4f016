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
    IMentionScorer scorer,
    BrandTargetScoring targets,
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

    private async Task<List<ScoredMention>> ScoreAsync(MentionBatch batch, CancellationToken cancellationToken)
    {
        var mentions = batch.Mentions.Select(matched => matched.Mention).ToArray();
        var results = await scorer.ScoreAsync(mentions, cancellationToken).ConfigureAwait(false);
        var scored = new List<ScoredMention>(mentions.Length);
        for (var i = 0; i < mentions.Length; i++)
        {
            var matched = batch.Mentions[i];
            if (results[i].Score is not { } score)
            {
                await RejectAsync(batch, matched, results[i].Failure ?? "No score.", cancellationToken).ConfigureAwait(false);
                continue;
            }

            foreach (var brandId in matched.BrandIds)
            {
                var own = ScoreFor(brandId, matched.Mention.Text, score);
                scored.Add(new ScoredMention(brandId, matched.Mention, own, batch.CollectedAtUtc, batch.SourceId) { Topics = TopicKey.TopicsOf(matched.Topics, brandId) });
            }
        }

        return scored;
    }

    private MentionScore ScoreFor(string brandId, string text, MentionScore score)
    {
        var own = adaptations.Of(brandId)?.Apply(text, score) ?? score;
        return targets.Score(brandId, text, score.Language) is { } target ? own with { Target = target } : own;
    }

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
