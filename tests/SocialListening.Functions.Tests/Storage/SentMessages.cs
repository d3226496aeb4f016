using SocialListening.Queues;

namespace SocialListening.Functions.Tests.Storage;

/// <summary>Remembers what was sent to queues, with how long it was to wait; gives each message once, in order.</summary>
internal sealed class SentMessages : IQueueTransport
{
    private readonly Queue<(string Queue, string Text, TimeSpan After)> _messages = [];

    public int Count => _messages.Count;

    public (string Queue, string Text, TimeSpan After) Take() => _messages.Dequeue();

    public Task SendAsync(string queue, IReadOnlyCollection<string> texts, TimeSpan visibleAfter, CancellationToken cancellationToken)
    {
        foreach (var wire in texts)
        {
            Assert.True(QueueText.TryDecode(wire, out var text));
            _messages.Enqueue((queue, text, visibleAfter));
        }

        return Task.CompletedTask;
    }

    public Task<QueueDepth> GetDepthAsync(string queue, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(string queue, int maxMessages, TimeSpan visibilityTimeout, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<ReceivedMessage>> PeekAsync(string queue, int maxMessages, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ReceivedMessage?> RenewAsync(string queue, ReceivedMessage message, TimeSpan visibilityTimeout, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> DeleteAsync(string queue, ReceivedMessage message, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task WaitForArrivalAsync(string queue, TimeSpan longest, CancellationToken cancellationToken) => throw new NotSupportedException();
}
