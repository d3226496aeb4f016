namespace SocialListening.Queues;

/// <summary>
/// Durable queues with the semantics of Azure Storage Queues
/// (https://learn.microsoft.com/azure/storage/queues/storage-queues-introduction): at-least-once delivery, a message stays
/// hidden while somebody works on it, and deleting needs the receipt of the latest delivery. Queues are made on first use.
/// Every implementation passes the same port test suite.
/// </summary>
public interface IQueueTransport
{
    /// <summary>Appends messages. Each either is stored durably or the call throws; a retry after a failure may store some twice.</summary>
    /// <param name="queue">The queue: 3 to 63 characters of <c>a-z 0-9 -</c>.</param>
    /// <param name="texts">The message texts as on the wire, at most 64 KiB of UTF-8 each.</param>
    /// <param name="visibleAfter">How long they stay hidden at first; <see cref="TimeSpan.Zero"/> for none.</param>
    /// <param name="cancellationToken">Cancels before the next message.</param>
    /// <exception cref="ArgumentException">A text is larger than 64 KiB, or the queue name is malformed.</exception>
    Task SendAsync(string queue, IReadOnlyCollection<string> texts, TimeSpan visibleAfter, CancellationToken cancellationToken);

    /// <summary>Takes up to <paramref name="maxMessages"/> visible messages, oldest first, and hides them.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="maxMessages">1 to 32.</param>
    /// <param name="visibilityTimeout">How long they stay hidden unless deleted or renewed; 1 second to 7 days.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The messages; empty when none is visible.</returns>
    Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(string queue, int maxMessages, TimeSpan visibilityTimeout, CancellationToken cancellationToken);

    /// <summary>Looks at up to <paramref name="maxMessages"/> visible messages without hiding them or counting a delivery.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="maxMessages">1 to 32.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<IReadOnlyList<ReceivedMessage>> PeekAsync(string queue, int maxMessages, CancellationToken cancellationToken);

    /// <summary>Sets anew how long a received message stays hidden, from now.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="message">The message as last received or renewed.</param>
    /// <param name="visibilityTimeout">0 makes it visible at once; up to 7 days.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The message with its new receipt, or <see langword="null"/> when it was delivered anew or deleted meanwhile.</returns>
    Task<ReceivedMessage?> RenewAsync(string queue, ReceivedMessage message, TimeSpan visibilityTimeout, CancellationToken cancellationToken);

    /// <summary>Removes a received message.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="message">The message as last received or renewed.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns><see langword="false"/> when it was delivered anew or deleted meanwhile; then nothing changes.</returns>
    Task<bool> DeleteAsync(string queue, ReceivedMessage message, CancellationToken cancellationToken);

    /// <summary>Counts the messages of a queue, hidden ones included. The figure may lag behind on a remote service.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<QueueDepth> GetDepthAsync(string queue, CancellationToken cancellationToken);

    /// <summary>
    /// Waits until a message may have arrived in the queue, or until <paramref name="longest"/> has passed. Implementations
    /// that cannot be told of arrivals just wait. May return early without a message.
    /// </summary>
    /// <param name="queue">The queue.</param>
    /// <param name="longest">The longest wait.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    Task WaitForArrivalAsync(string queue, TimeSpan longest, CancellationToken cancellationToken);
}
