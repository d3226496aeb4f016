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

    // The host gives a message up after five deliveries; one that is near that is left to it.
    private const int MaxDeliveries = 4;

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
        var along = mentions.Count % PaidAnswers.TextsPerCall == 0 ? [] : await TakeAlongAsync(mentions, cancellationToken).ConfigureAwait(false);
        var erased = await _erasures.AreErasedAsync([.. mentions.Select(scored => scored.Mention)], cancellationToken).ConfigureAwait(false);
        var done = await _rescoring.RunAsync([.. mentions.Where((_, i) => !erased[i])], cancellationToken).ConfigureAwait(false);
        foreach (var taken in along)
        {
            await _queues.DeleteAsync(QueueNames.Rescoring, taken, cancellationToken).ConfigureAwait(false);
        }

        Log.Processed(_logger, mentions.Count, along.Count + 1, done);
        return done;
    }

    private async Task<List<ReceivedMessage>> TakeAlongAsync(List<ScoredMention> mentions, CancellationToken cancellationToken)
    {
        var along = new List<ReceivedMessage>();
        foreach (var received in await _queues.ReceiveAsync(QueueNames.Rescoring, MessagesTakenAlong, Hidden, cancellationToken).ConfigureAwait(false))
        {
            if (received.DequeueCount > MaxDeliveries || !QueueText.TryDecode(received.Text, out var text))
            {
                await _queues.RenewAsync(QueueNames.Rescoring, received, TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
                continue;
            }

            await AddAsync(text, mentions, cancellationToken).ConfigureAwait(false);
            along.Add(received);
        }

        return along;
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

        [LoggerMessage(2121, LogLevel.Error, "A message was put aside: {Reason}")]
        public static partial void Unreadable(ILogger logger, string reason);
    }
}
