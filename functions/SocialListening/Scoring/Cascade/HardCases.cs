using Microsoft.Extensions.Options;
using SocialListening.Contracts;
using SocialListening.Queues;

namespace SocialListening.Scoring.Cascade;

/// <summary>
/// Picks the mentions whose embedded answer is worth a better one, and sends them on their way to the language service. The
/// embedded answer is stored at once either way; with scoring embedded this does nothing.
/// </summary>
public sealed class HardCases(IOptions<CascadeOptions> options, ScoringBudget budget, OpenAlerts alerts, IQueueTransport queues)
{
    private readonly CascadeOptions _options = options.Value;

    /// <summary>Marks mentions before they are stored: the mode, and why a score waits to be replaced, if it does.</summary>
    /// <param name="scored">The mentions with their embedded scores.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The mentions, in order.</returns>
    public async ValueTask<IReadOnlyList<ScoredMention>> MarkAsync(IReadOnlyList<ScoredMention> scored, CancellationToken cancellationToken)
    {
        if (_options.Mode == ScoringMode.Embedded || scored.Count == 0)
        {
            return scored;
        }

        var threshold = (await budget.StatusAsync(fresh: false, cancellationToken).ConfigureAwait(false)).Threshold;
        var marked = new ScoredMention[scored.Count];
        for (var i = 0; i < marked.Length; i++)
        {
            var mention = scored[i];
            var weight = TextWeight.Of(mention, await alerts.AnyAsync(mention.BrandId, cancellationToken).ConfigureAwait(false));
            marked[i] = mention with { Score = mention.Score with { Mode = _options.Mode, Pending = ReasonOf(mention, weight, threshold) } };
        }

        return marked;
    }

    /// <summary>Queues those of the stored mentions whose turn it is. A crash before costs nothing but time: what waits is also found in the store.</summary>
    /// <param name="stored">The marked mentions, once they are stored.</param>
    /// <param name="cancellationToken">Cancels before the next message.</param>
    public async Task QueueAsync(IReadOnlyList<ScoredMention> stored, CancellationToken cancellationToken)
    {
        if (_options.Mode == ScoringMode.Embedded)
        {
            return;
        }

        var messages = HardCaseBatchCodec.Pack([.. stored.Where(mention => mention.Score.Pending == PendingReason.Queued)]);
        if (messages.Count > 0)
        {
            await queues.SendAsync(QueueNames.Rescoring, [.. messages.Select(QueueText.Encode)], TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
        }
    }

    private PendingReason? ReasonOf(ScoredMention mention, double weight, double threshold)
    {
        var floor = _options.Mode == ScoringMode.Azure ? 0 : _options.Threshold;
        return string.IsNullOrWhiteSpace(mention.Mention.Text) || weight < floor || _options.DailyBudget == 0 ? null
            : weight >= threshold ? PendingReason.Queued
            : PendingReason.Budget;
    }
}
