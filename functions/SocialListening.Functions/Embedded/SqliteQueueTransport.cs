using System.Globalization;
using SocialListening.Queues;

namespace SocialListening.Functions.Embedded;

/// <summary>
/// Durable queues in the storage file. Since one process owns the file, messages that an earlier process was working on
/// become visible again as soon as this one starts; their deliveries stay counted.
/// </summary>
internal sealed class SqliteQueueTransport : IQueueTransport
{
    private static readonly TimeSpan PurgeInterval = TimeSpan.FromHours(1);

    private readonly SqliteDatabase _database;
    private readonly TimeProvider _clock;
    private readonly QueueArrivals _arrivals = new();
    private long _purgeDue = long.MinValue;

    /// <summary>Takes over the queues of a file.</summary>
    /// <param name="database">The storage file.</param>
    /// <param name="clock">The clock of visibility and expiry: the system's, even while a replay runs on a clock of its own.</param>
    public SqliteQueueTransport(SqliteDatabase database, TimeProvider clock)
    {
        _database = database;
        _clock = clock;
        database.WriteAsync(session => session.Execute(SqliteMessages.Release, Now), CancellationToken.None).GetAwaiter().GetResult();
    }

    private long Now => _clock.GetUtcNow().UtcTicks;

    /// <inheritdoc/>
    public async Task SendAsync(string queue, IReadOnlyCollection<string> texts, TimeSpan visibleAfter, CancellationToken cancellationToken)
    {
        QueueRules.CheckName(queue);
        QueueRules.CheckTexts(texts);
        QueueRules.CheckHidden(visibleAfter, TimeSpan.Zero);
        await _database.WriteAsync(
            session =>
            {
                var now = Now;
                Purge(session, now);
                var number = session.NameOf(queue);
                foreach (var text in texts)
                {
                    SqliteMessages.Add(session, number, text, now, now + visibleAfter.Ticks, now + QueueRules.Longest.Ticks);
                }

                return texts.Count;
            },
            cancellationToken).ConfigureAwait(false);
        _arrivals.Signal(queue);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(string queue, int maxMessages, TimeSpan visibilityTimeout, CancellationToken cancellationToken)
    {
        QueueRules.CheckName(queue);
        QueueRules.CheckCount(maxMessages);
        QueueRules.CheckHidden(visibilityTimeout, TimeSpan.FromSeconds(1));
        return _database.WriteAsync(session => SqliteMessages.Take(session, session.NameOf(queue), maxMessages, Now, visibilityTimeout.Ticks), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReceivedMessage>> PeekAsync(string queue, int maxMessages, CancellationToken cancellationToken)
    {
        QueueRules.CheckName(queue);
        QueueRules.CheckCount(maxMessages);
        return _database.ReadAsync(session => SqliteMessages.Peek(session, queue, maxMessages, Now), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<ReceivedMessage?> RenewAsync(string queue, ReceivedMessage message, TimeSpan visibilityTimeout, CancellationToken cancellationToken)
    {
        QueueRules.CheckName(queue);
        QueueRules.CheckHidden(visibilityTimeout, TimeSpan.Zero);
        if (!TryRead(message, out var number, out var receipt))
        {
            return null;
        }

        var visible = 0L;
        var renewed = await _database.WriteAsync(
            session => session.Execute(SqliteMessages.Renew, session.NameOf(queue), number, receipt, visible = Now + visibilityTimeout.Ticks, Now) == 1,
            cancellationToken).ConfigureAwait(false);
        if (!renewed)
        {
            return null;
        }

        if (visibilityTimeout == TimeSpan.Zero)
        {
            _arrivals.Signal(queue);
        }

        return message with
        {
            Receipt = (receipt + 1).ToString(CultureInfo.InvariantCulture),
            NextVisibleAt = new DateTimeOffset(visible, TimeSpan.Zero),
        };
    }

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(string queue, ReceivedMessage message, CancellationToken cancellationToken)
    {
        QueueRules.CheckName(queue);
        return TryRead(message, out var number, out var receipt)
            ? _database.WriteAsync(session => SqliteMessages.Remove(session, session.NameOf(queue), number, receipt), cancellationToken)
            : Task.FromResult(false);
    }

    /// <inheritdoc/>
    public Task<QueueDepth> GetDepthAsync(string queue, CancellationToken cancellationToken)
    {
        QueueRules.CheckName(queue);
        return _database.ReadAsync(session => SqliteMessages.Depth(session, queue, Now), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task WaitForArrivalAsync(string queue, TimeSpan longest, CancellationToken cancellationToken)
    {
        QueueRules.CheckName(queue);
        var arrival = _arrivals.NextAsync(queue);
        var next = await _database.ReadAsync(session => session.Scalar(SqliteMessages.SelectNextVisible, queue, Now), cancellationToken).ConfigureAwait(false);
        var wait = next is long visible && visible - Now < longest.Ticks ? TimeSpan.FromTicks(visible - Now) : longest;
        if (wait <= TimeSpan.Zero)
        {
            return;
        }

        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(arrival, Task.Delay(wait, _clock, timeout.Token)).ConfigureAwait(false);
        await timeout.CancelAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static bool TryRead(ReceivedMessage message, out long number, out long receipt)
    {
        receipt = 0;
        return long.TryParse(message.Id, NumberStyles.None, CultureInfo.InvariantCulture, out number)
            && long.TryParse(message.Receipt, NumberStyles.None, CultureInfo.InvariantCulture, out receipt);
    }

    private void Purge(SqliteSession session, long now)
    {
        if (now >= _purgeDue)
        {
            SqliteMessages.Purge(session, now);
            _purgeDue = now + PurgeInterval.Ticks;
        }
    }
}
