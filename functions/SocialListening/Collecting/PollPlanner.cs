using Microsoft.Extensions.Logging;
using SocialListening.Brands;
using SocialListening.Contracts;
using SocialListening.Queues;
using SocialListening.Storage;
using SocialListening.Telemetry;

namespace SocialListening.Collecting;

/// <summary>Orders a poll of every source that is due. Each order is a message of its own, so that no source waits for another.</summary>
public sealed partial class PollPlanner(
    IBrandCatalog catalog,
    ISourceStateStore states,
    IQueueTransport queues,
    TimeProvider time,
    ILogger<PollPlanner> logger)
{
    /// <summary>Sends an order for each due source and moves its due time on by its cadence.</summary>
    /// <param name="cancellationToken">Stops between sources; those not ordered stay due.</param>
    /// <returns>How many orders were sent.</returns>
    public async Task<int> OrderDueAsync(CancellationToken cancellationToken)
    {
        var known = await states.ListAsync(cancellationToken).ConfigureAwait(false);
        var now = time.GetUtcNow();
        var sources = catalog.Current.Sources;
        var due = sources.Values
            .Where(source => source.Enabled && IsDue(known.GetValueOrDefault(source.Id).Value, now))
            .OrderBy(source => source.Id, StringComparer.Ordinal)
            .ToArray();
        if (due.Length == 0)
        {
            return 0;
        }

        // Orders first, due times after: a crash between gives an order twice, which stores nothing twice; the other way round would skip a poll.
        await queues.SendAsync(QueueNames.PollOrders, [.. due.Select(source => StageTrace.InOwnTrace("OrderPoll", source.Id, () => Write(source, now)))], TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
        var moved = due.Select(source => Moved(source, known.GetValueOrDefault(source.Id), now)).ToArray();
        var saved = await states.TrySaveAllAsync(moved, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < due.Length; i++)
        {
            if (!saved[i])
            {
                await MoveDueTimeAsync(due[i], now, cancellationToken).ConfigureAwait(false);
            }
        }

        Log.Ordered(logger, due.Length, sources.Count);
        return due.Length;
    }

    private static bool IsDue(SourceState? state, DateTimeOffset now) => state?.NextDueAtUtc is not { } due || due <= now;

    private static string Write(SourceQuery source, DateTimeOffset now)
    {
        var patience = source.Cadence * 3;
        var order = new PollOrder { SourceId = source.Id, OrderedAtUtc = now, ExpiresAtUtc = now + patience };
        return QueueText.Encode(PollOrderCodec.Write(order));
    }

    private async Task MoveDueTimeAsync(SourceQuery source, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A collector may save the same state meanwhile: then read again, for its result must stay.
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var read = await states.GetAsync(source.Id, cancellationToken).ConfigureAwait(false);
            if (!IsDue(read.Value, now) || await states.TrySaveAsync(Moved(source, read, now).Value!, read.Version, cancellationToken).ConfigureAwait(false))
            {
                return;
            }
        }
    }

    private static Versioned<SourceState> Moved(SourceQuery source, Versioned<SourceState> read, DateTimeOffset now)
    {
        var state = read.Value ?? new SourceState { SourceId = source.Id };
        return new(state with { NextDueAtUtc = PollSchedule.NextDue(state.NextDueAtUtc, source.Cadence, now) }, read.Version);
    }

    private static partial class Log
    {
        [LoggerMessage(1000, LogLevel.Debug, "Ordered {Orders} of {Sources} sources to be polled")]
        public static partial void Ordered(ILogger logger, int orders, int sources);
    }
}
