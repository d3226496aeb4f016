using SocialListening.Queues;

namespace SocialListening.Benchmarks.Pipeline;

/// <summary>Counts what passes to the real queues.</summary>
internal sealed class CountingQueueTransport(IQueueTransport inner, OperationCounts counts) : IQueueTransport
{
    public Task SendAsync(string queue, IReadOnlyCollection<string> texts, TimeSpan visibleAfter, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref counts.Sends);
        Interlocked.Add(ref counts.Messages, texts.Count);
        Interlocked.Add(ref counts.QueueBytes, texts.Sum(text => (long)text.Length));
        return inner.SendAsync(queue, texts, visibleAfter, cancellationToken);
    }

    public Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(string queue, int maxMessages, TimeSpan visibilityTimeout, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref counts.Receives);
        return inner.ReceiveAsync(queue, maxMessages, visibilityTimeout, cancellationToken);
    }

    public Task<IReadOnlyList<ReceivedMessage>> PeekAsync(string queue, int maxMessages, CancellationToken cancellationToken) =>
        inner.PeekAsync(queue, maxMessages, cancellationToken);

    public Task<ReceivedMessage?> RenewAsync(string queue, ReceivedMessage message, TimeSpan visibilityTimeout, CancellationToken cancellationToken) =>
        inner.RenewAsync(queue, message, visibilityTimeout, cancellationToken);

    public Task<bool> DeleteAsync(string queue, ReceivedMessage message, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref counts.Deletes);
        return inner.DeleteAsync(queue, message, cancellationToken);
    }

    public Task<QueueDepth> GetDepthAsync(string queue, CancellationToken cancellationToken) => inner.GetDepthAsync(queue, cancellationToken);

    public Task WaitForArrivalAsync(string queue, TimeSpan longest, CancellationToken cancellationToken) =>
        inner.WaitForArrivalAsync(queue, longest, cancellationToken);
}
