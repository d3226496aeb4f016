using System.Collections.Concurrent;

namespace SocialListening.Functions.Embedded;

/// <summary>Tells those who wait in this process that something may have arrived in a queue.</summary>
internal sealed class QueueArrivals
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _next = new(StringComparer.Ordinal);

    /// <summary>Gives a task that ends with the next arrival. Ask for it before looking into the queue, so that none is missed.</summary>
    /// <param name="queue">The queue.</param>
    public Task NextAsync(string queue) =>
        _next.GetOrAdd(queue, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Wakes everybody who waits for the queue.</summary>
    /// <param name="queue">The queue.</param>
    public void Signal(string queue)
    {
        if (_next.TryRemove(queue, out var waiting))
        {
            waiting.TrySetResult();
        }
    }
}
