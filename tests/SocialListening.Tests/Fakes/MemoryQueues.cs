using SocialListening.Queues;

namespace SocialListening.Tests.Fakes;

/// <summary>Queues in memory: what was sent, decoded, in order. Receiving is not needed by what these tests drive.</summary>
internal sealed class MemoryQueues : IQueueTransport
{
    public List<(string Queue, string Text)> Sent { get; } = [];

    /// <summary>How long the latest message is hidden.</summary>
    public TimeSpan LatestWait { get; private set; }

    public Exception? FailNextSend { get; set; }

    public IEnumerable<string> Texts(string queue) => Sent.Where(entry => entry.Queue == queue).Select(entry => entry.Text);

    public Task SendAsync(string queue, IReadOnlyCollection<string> texts, TimeSpan visibleAfter, CancellationToken cancellationToken)
    {
        if (FailNextSend is { } failure)
        {
            FailNextSend = null;
            throw failure;
        }

        LatestWait = visibleAfter;
        lock (Sent)
        {
            foreach (var wire in texts)
            {
                Assert.True(QueueText.TryDecode(wire, out var text));
                Sent.Add((queue, text));
            }
        }

        return Task.CompletedTask;
    }

    public Task<QueueDepth> GetDepthAsync(string queue, CancellationToken cancellationToken) =>
        Task.FromResult(new QueueDepth(Texts(queue).Count(), null));

    public Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(string queue, int maxMessages, TimeSpan visibilityTimeout, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<ReceivedMessage>> PeekAsync(string queue, int maxMessages, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ReceivedMessage?> RenewAsync(string queue, ReceivedMessage message, TimeSpan visibilityTimeout, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> DeleteAsync(string queue, ReceivedMessage message, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task WaitForArrivalAsync(string queue, TimeSpan longest, CancellationToken cancellationToken) => throw new NotSupportedException();
}
