using SocialListening.Queues;

namespace SocialListening.Functions.Tests.Compat;

/// <summary>Queues in memory on a clock.</summary>
internal sealed class MemoryQueues(TimeProvider time) : IQueueTransport
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<ReceivedMessage>> _queues = new(StringComparer.Ordinal);
    private readonly List<(string Queue, int Asked, int Given)> _receives = [];
    private readonly List<TimeSpan> _waits = [];
    private int _receipts;

    /// <summary>Every batch asked for so far: queue and number of messages given. A copy, since triggers go on asking while a test reads.</summary>
    public IReadOnlyList<(string Queue, int Asked, int Given)> Receives
    {
        get
        {
            lock (_lock)
            {
                return [.. _receives];
            }
        }
    }

    /// <summary>The waits for arrivals asked for so far, as a copy.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_lock)
            {
                return [.. _waits];
            }
        }
    }

    /// <summary>Renewals so far.</summary>
    public int Renewals { get; private set; }

    /// <summary>Thrown by the next receive.</summary>
    public Exception? NextFailure { get; set; }

    public List<string> Texts(string queue)
    {
        lock (_lock)
        {
            return [.. Of(queue).Select(m => m.Text)];
        }
    }

    public ReceivedMessage? First(string queue)
    {
        lock (_lock)
        {
            return Of(queue).FirstOrDefault();
        }
    }

    public Task SendAsync(string queue, IReadOnlyCollection<string> texts, TimeSpan visibleAfter, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            foreach (var text in texts)
            {
                var now = time.GetUtcNow();
                Of(queue).Add(new ReceivedMessage(Guid.NewGuid().ToString(), string.Empty, text, 0, now, now + TimeSpan.FromDays(7), now + visibleAfter));
            }
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(string queue, int maxMessages, TimeSpan visibilityTimeout, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (NextFailure is { } failure)
            {
                NextFailure = null;
                throw failure;
            }

            var now = time.GetUtcNow();
            var given = new List<ReceivedMessage>();
            var messages = Of(queue);
            for (var i = 0; i < messages.Count && given.Count < maxMessages; i++)
            {
                if (messages[i].NextVisibleAt <= now)
                {
                    messages[i] = messages[i] with
                    {
                        Receipt = $"r{++_receipts}",
                        DequeueCount = messages[i].DequeueCount + 1,
                        NextVisibleAt = now + visibilityTimeout,
                    };
                    given.Add(messages[i]);
                }
            }

            _receives.Add((queue, maxMessages, given.Count));
            return Task.FromResult<IReadOnlyList<ReceivedMessage>>(given);
        }
    }

    public Task<IReadOnlyList<ReceivedMessage>> PeekAsync(string queue, int maxMessages, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Triggers do not peek.");

    public Task<ReceivedMessage?> RenewAsync(string queue, ReceivedMessage message, TimeSpan visibilityTimeout, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            Renewals++;
            var messages = Of(queue);
            var index = messages.FindIndex(m => m.Id == message.Id && m.Receipt == message.Receipt);
            if (index < 0)
            {
                return Task.FromResult<ReceivedMessage?>(null);
            }

            messages[index] = messages[index] with { Receipt = $"r{++_receipts}", NextVisibleAt = time.GetUtcNow() + visibilityTimeout };
            return Task.FromResult<ReceivedMessage?>(messages[index]);
        }
    }

    public Task<bool> DeleteAsync(string queue, ReceivedMessage message, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(Of(queue).RemoveAll(m => m.Id == message.Id && m.Receipt == message.Receipt) > 0);
        }
    }

    public Task<QueueDepth> GetDepthAsync(string queue, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Triggers do not ask for depths.");

    public async Task WaitForArrivalAsync(string queue, TimeSpan longest, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _waits.Add(longest);
        }

        await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, cancellationToken);
    }

    private List<ReceivedMessage> Of(string queue) =>
        _queues.TryGetValue(queue, out var messages) ? messages : _queues[queue] = [];
}
