using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SocialListening.Storage;

namespace SocialListening.Privacy;

/// <summary>Removes what has served its time, a bounded part in each run. What a run leaves, the next one removes.</summary>
public sealed partial class RetentionRun(IRetention retention, IOptions<RetentionOptions> options, TimeProvider time, ILogger<RetentionRun> logger)
{
    /// <summary>What is removed of each kind in one transaction: a tenth of a second for which nothing else is written.</summary>
    public const int Step = 1_000;

    private const int Steps = 100;

    /// <summary>Runs once. Running again is harmless.</summary>
    /// <param name="cancellationToken">Ends the run between two steps.</param>
    /// <returns>What was removed.</returns>
    public async Task<RetentionOutcome> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var keep = options.Value;
        var cutoffs = new RetentionCutoffs(now, now - keep.Mentions, now - keep.Buckets, now - keep.Coverage, now - keep.Notifications);
        var total = default(RetentionOutcome);
        for (var step = 0; step < Steps; step++)
        {
            var removed = await retention.RemoveAsync(cutoffs, Step, cancellationToken).ConfigureAwait(false);
            total += removed;
            if (removed.Most < Step)
            {
                break;
            }
        }

        if (total.Most > 0)
        {
            Log.Removed(logger, total.Mentions, total.Buckets, total.Coverage, total.Notifications, total.Entries);
        }

        return total;
    }

    private static partial class Log
    {
        [LoggerMessage(7010, LogLevel.Information, "Past their time: {Mentions} mentions, {Buckets} buckets, {Coverage} coverage records, {Notifications} notes of who was told, {Entries} ledger entries removed")]
        public static partial void Removed(ILogger logger, int mentions, int buckets, int coverage, int notifications, int entries);
    }
}
