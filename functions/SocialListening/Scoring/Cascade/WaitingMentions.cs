using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Scoring.Cascade;

/// <summary>
/// Re-scores stored mentions that were put off, once budget and service allow: across brands, the oldest of each first, and within
/// a round the weightiest. One that has waited too long keeps its embedded score for good; so does, once scoring is embedded
/// again, whatever waits from before.
/// </summary>
public sealed partial class WaitingMentions
{
    private const int MentionsPerRound = 1000;
    private const int MaxRounds = 20;

    private readonly Rescoring _rescoring;
    private readonly IMentionRescoring _store;
    private readonly IScoringLedger _ledger;
    private readonly CascadeOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<WaitingMentions> _logger;

    internal WaitingMentions(
        Rescoring rescoring, IMentionRescoring store, IScoringLedger ledger, IOptions<CascadeOptions> options, TimeProvider time, ILogger<WaitingMentions> logger)
    {
        _rescoring = rescoring;
        _store = store;
        _ledger = ledger;
        _options = options.Value;
        _time = time;
        _logger = logger;
    }

    /// <summary>Works through what waits, within bounds; the next run goes on. Where nothing waits it does nothing.</summary>
    /// <param name="brandIds">The brands.</param>
    /// <param name="cancellationToken">Cancels between calls and writes.</param>
    /// <returns>How many mentions need wait no longer.</returns>
    public async Task<int> RunAsync(IReadOnlyCollection<string> brandIds, CancellationToken cancellationToken)
    {
        if (brandIds.Count == 0)
        {
            return 0;
        }

        await _ledger.RemoveExpiredAsync(_time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        var done = 0;
        var places = brandIds.ToDictionary(brandId => brandId, _ => (MentionCursor?)null, StringComparer.Ordinal);
        for (var round = 0; round < MaxRounds && places.Count > 0; round++)
        {
            var waiting = await ReadRoundAsync(places, cancellationToken).ConfigureAwait(false);
            var oldest = _time.GetUtcNow() - _options.PendingFor;
            var tooOld = waiting.Where(mention => mention.Mention.CreatedAtUtc < oldest).ToArray();
            await _rescoring.FinishAsync(tooOld, cancellationToken).ConfigureAwait(false);
            done += tooOld.Length + await _rescoring.RunAsync([.. waiting.Where(mention => mention.Mention.CreatedAtUtc >= oldest)], cancellationToken).ConfigureAwait(false);
        }

        Log.Worked(_logger, done);
        return done;
    }

    private async Task<List<ScoredMention>> ReadRoundAsync(Dictionary<string, MentionCursor?> places, CancellationToken cancellationToken)
    {
        var limit = Math.Max(10, MentionsPerRound / places.Count);
        var read = new List<ScoredMention>();
        foreach (var (brandId, place) in places.ToArray())
        {
            var page = await _store.ListPendingAsync(brandId, limit, place, cancellationToken).ConfigureAwait(false);
            read.AddRange(page.Mentions);
            if (page.NextCursor is { } next)
            {
                places[brandId] = next;
            }
            else
            {
                places.Remove(brandId);
            }
        }

        return read;
    }

    private static partial class Log
    {
        [LoggerMessage(2130, LogLevel.Debug, "{Mentions} mentions that had waited were settled")]
        public static partial void Worked(ILogger logger, int mentions);
    }
}
