using SocialListening.Contracts;

namespace SocialListening.Queues;

/// <summary>
/// Shows and replays what was put aside: messages that <see cref="PoisonQueue"/> rejected with a reason, and messages that the
/// Functions host gave up, as they were.
/// </summary>
/// <param name="queues">The queues.</param>
public sealed class PoisonReplay(IQueueTransport queues)
{
    /// <summary>The most messages that one replay moves.</summary>
    public const int MaxMessages = 1_000;

    // Long enough to move 32 messages one by one on a slow day; what is cut off then appears again.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>Looks at the oldest messages without taking them.</summary>
    /// <param name="queue">A working queue, one of <see cref="QueueNames.All"/>.</param>
    /// <param name="max">The most messages, 1 to 32.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<PoisonList> ListAsync(string queue, int max, CancellationToken cancellationToken)
    {
        var poison = queue + QueueNames.PoisonSuffix;
        var depth = await queues.GetDepthAsync(poison, cancellationToken).ConfigureAwait(false);
        var messages = await queues.PeekAsync(poison, max, cancellationToken).ConfigureAwait(false);
        return new PoisonList(queue, depth.Messages, [.. messages.Select(EntryOf)]);
    }

    /// <summary>
    /// Moves the oldest messages back to the working queue. Each is sent before it is deleted: after a crash between the two it
    /// is there twice, which changes nothing further down. What is rejected again meanwhile is not moved a second time.
    /// </summary>
    /// <param name="queue">A working queue, one of <see cref="QueueNames.All"/>.</param>
    /// <param name="max">The most messages, 1 to <see cref="MaxMessages"/>.</param>
    /// <param name="cancellationToken">Cancels between messages; those moved stay moved.</param>
    public async Task<PoisonReplayResult> ReplayAsync(string queue, int max, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(max, MaxMessages);
        var poison = queue + QueueNames.PoisonSuffix;
        var there = await queues.GetDepthAsync(poison, cancellationToken).ConfigureAwait(false);
        var left = (int)Math.Min(max, there.Messages);
        var replayed = 0;
        while (left > 0)
        {
            var messages = await queues.ReceiveAsync(poison, Math.Min(left, 32), Lease, cancellationToken).ConfigureAwait(false);
            if (messages.Count == 0)
            {
                break;
            }

            foreach (var message in messages)
            {
                await queues.SendAsync(queue, [WireOf(message)], TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
                await queues.DeleteAsync(poison, message, cancellationToken).ConfigureAwait(false);
                replayed++;
            }

            left -= messages.Count;
        }

        var after = await queues.GetDepthAsync(poison, cancellationToken).ConfigureAwait(false);
        return new PoisonReplayResult(queue, replayed, after.Messages);
    }

    private static PoisonEntry EntryOf(ReceivedMessage message)
    {
        var rejected = Rejected(message);
        var body = rejected?.Body ?? (QueueText.TryDecode(message.Text, out var text) ? text : message.Text);
        return new PoisonEntry(message.Id, message.InsertedAt, rejected?.Reason, System.Text.Encoding.UTF8.GetByteCount(body));
    }

    private static string WireOf(ReceivedMessage message) => Rejected(message) is { } rejected ? QueueText.Encode(rejected.Body) : message.Text;

    private static PoisonMessage? Rejected(ReceivedMessage message)
    {
        if (!QueueText.TryDecode(message.Text, out var text))
        {
            return null;
        }

        try
        {
            return EnvelopeCodec.Read(text, PoisonQueue.Name, PoisonQueue.Version, SocialListeningJsonContext.Default.PoisonMessage);
        }
        catch (UnreadableMessageException)
        {
            // Put aside by the host: the body is the message itself.
            return null;
        }
    }
}
