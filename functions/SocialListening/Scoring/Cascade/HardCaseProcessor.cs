using Microsoft.Extensions.Logging;
using SocialListening.Contracts;
using SocialListening.Queues;

namespace SocialListening.Scoring.Cascade;

/// <summary>
/// Re-scores the mentions of a queue message. What other messages of the queue hold is taken along, so that the service's calls
/// are full whatever brand or batch the mentions came from.
/// </summary>
public sealed partial class HardCaseProcessor
{
    // A message of the queue is hidden for as long as the work on it may take.
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(10);
    private const int MessagesTakenAlong = 31;

    // The host gives a message up after five deliveries, and this one counts: what has no other left is tried here, alone.
    private const int MaxDeliveries = 5;

    private readonly IErasureFilter _erasures;
    private readonly Rescoring _rescoring;
    private readonly IQueueTransport _queues;
    private readonly PoisonQueue _poison;
    private readonly ILogger<HardCaseProcessor> _logger;

    internal HardCaseProcessor(IErasureFilter erasures, Rescoring rescoring, IQueueTransport queues, PoisonQueue poison, ILogger<HardCaseProcessor> logger)
    {
        _erasures = erasures;
        _rescoring = rescoring;
        _queues = queues;
        _poison = poison;
        _logger = logger;
    }

    /// <summary>Processes one message of <see cref="QueueNames.Rescoring"/>. Processing it again changes nothing and costs nothing.</summary>
    /// <param name="message">The message text.</param>
    /// <param name="cancellationToken">Cancels between calls and writes; the message is then delivered again.</param>
    /// <returns>How many mentions need wait no longer.</returns>
    public async Task<int> ProcessAsync(string message, CancellationToken cancellationToken)
    {
        var mentions = new List<ScoredMention>();
        await AddAsync(message, mentions, cancellationToken).ConfigureAwait(false);
        var along = new List<ReceivedMessage>();
        var last = new List<(ReceivedMessage Message, string Text)>();
        int done;
        try
        {
            if (mentions.Count % PaidAnswers.TextsPerCall != 0)
            {
                await TakeAlongAsync(mentions, along, last, cancellationToken).ConfigureAwait(false);
            }

            done = await RescoreAsync(mentions, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            // What was taken along is not to wait out its ten minutes for a neighbour's failure.
            await ShowAsync([.. along, .. last.Select(entry => entry.Message)]).ConfigureAwait(false);
            throw;
        }

        foreach (var taken in along)
        {
            await _queues.DeleteAsync(QueueNames.Rescoring, taken, cancellationToken).ConfigureAwait(false);
        }

        foreach (var (final, text) in last)
        {
            done += await TryLastAsync(final, text, cancellationToken).ConfigureAwait(false);
        }

        Log.Processed(_logger, mentions.Count, along.Count + last.Count + 1, done);
        return done;
    }

    private async Task<int> RescoreAsync(List<ScoredMention> mentions, CancellationToken cancellationToken)
    {
        var erased = await _erasures.AreErasedAsync([.. mentions.Select(scored => scored.Mention)], cancellationToken).ConfigureAwait(false);
        return await _rescoring.RunAsync([.. mentions.Where((_, i) => !erased[i])], cancellationToken).ConfigureAwait(false);
    }

    private async Task TakeAlongAsync(
        List<ScoredMention> mentions, List<ReceivedMessage> along, List<(ReceivedMessage Message, string Text)> last, CancellationToken cancellationToken)
    {
        foreach (var received in await _queues.ReceiveAsync(QueueNames.Rescoring, MessagesTakenAlong, Hidden, cancellationToken).ConfigureAwait(false))
        {
            if (!QueueText.TryDecode(received.Text, out var text))
            {
                await _queues.RenewAsync(QueueNames.Rescoring, received, TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
            }
            else if (received.DequeueCount >= MaxDeliveries)
            {
                last.Add((received, text));
            }
            else
            {
                await AddAsync(text, mentions, cancellationToken).ConfigureAwait(false);
                along.Add(received);
            }
        }
    }

    // What fails here is shown again at once, and the host puts it aside.
    private async Task<int> TryLastAsync(ReceivedMessage received, string text, CancellationToken cancellationToken)
    {
        try
        {
            var mentions = new List<ScoredMention>();
            await AddAsync(text, mentions, cancellationToken).ConfigureAwait(false);
            var done = await RescoreAsync(mentions, cancellationToken).ConfigureAwait(false);
            await _queues.DeleteAsync(QueueNames.Rescoring, received, cancellationToken).ConfigureAwait(false);
            return done;
        }
#pragma warning disable CA1031 // Its failure is its own: the message that this call is for is done.
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.LastTryFailed(_logger, received.Id, failure);
            await ShowAsync([received]).ConfigureAwait(false);
            return 0;
        }
    }

    private async Task ShowAsync(IEnumerable<ReceivedMessage> messages)
    {
        foreach (var message in messages)
        {
            try
            {
                await _queues.RenewAsync(QueueNames.Rescoring, message, TimeSpan.Zero, CancellationToken.None).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // It is shown again when its time is over; the failure that led here is the one to tell.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                Log.NotShown(_logger, message.Id, failure);
            }
        }
    }

    private async Task AddAsync(string message, List<ScoredMention> mentions, CancellationToken cancellationToken)
    {
        try
        {
            mentions.AddRange(HardCaseBatchCodec.Unpack(message).Mentions);
        }
        catch (UnreadableMessageException e)
        {
            Log.Unreadable(_logger, e.Message);
            await _poison.RejectAsync(QueueNames.Rescoring, message, e.Message, cancellationToken).ConfigureAwait(false);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2120, LogLevel.Debug, "{Done} of {Mentions} mentions in {Messages} messages re-scored")]
        public static partial void Processed(ILogger logger, int mentions, int messages, int done);

        [LoggerMessage(2122, LogLevel.Warning, "Message {Message} failed at its last delivery")]
        public static partial void LastTryFailed(ILogger logger, string message, Exception exception);

        [LoggerMessage(2123, LogLevel.Warning, "Message {Message} could not be shown again; it comes back when its time is over")]
        public static partial void NotShown(ILogger logger, string message, Exception exception);

        [LoggerMessage(2121, LogLevel.Error, "A message was put aside: {Reason}")]
        public static partial void Unreadable(ILogger logger, string reason);
    }
}
