using Microsoft.Azure.Functions.Worker.Runtime.Discovery;
using Microsoft.Extensions.Logging;
using SocialListening.Queues;

namespace Microsoft.Azure.Functions.Worker.Runtime.Queues;

/// <summary>
/// Takes messages of one queue in batches. The next batch is taken as soon as no more than <c>newBatchThreshold</c> messages are
/// under way, so at most <c>batchSize + newBatchThreshold</c> run at once. An empty queue is looked at ever more rarely, unless
/// the transport tells of an arrival.
/// </summary>
/// <param name="queue">The queue.</param>
/// <param name="function">The function.</param>
/// <param name="transport">The queues.</param>
/// <param name="processor">Works on a message.</param>
/// <param name="settings">How queue triggers work.</param>
/// <param name="lease">How long a taken message is hidden.</param>
/// <param name="clock">The host's clock.</param>
/// <param name="logger">Where to report to.</param>
internal sealed class QueueListener(
    string queue,
    FunctionDescriptor function,
    IQueueTransport transport,
    QueueMessageProcessor processor,
    QueueSettings settings,
    TimeSpan lease,
    HostClock clock,
    ILogger<QueueListener> logger) : ITriggerListener, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly BackoffDelay _delays = new(QueueSettings.MinPollingInterval, settings.MaxPollingInterval, Random.Shared);
    private readonly List<Task> _underWay = [];
    private Task _loop = Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _loop = Task.Run(() => LoopAsync(_stopping.Token), CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _loop.ConfigureAwait(false);
        await Task.WhenAll(_underWay).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => _stopping.Dispose();

    private async Task LoopAsync(CancellationToken cancellationToken)
    {
        var found = false;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                if (await TakeBatchAsync(cancellationToken).ConfigureAwait(false))
                {
                    found = true;
                    await RoomForBatchAsync(cancellationToken).ConfigureAwait(false);
                }
                else
                {
                    var delay = _delays.Next(found);
                    found = false;
                    await transport.WaitForArrivalAsync(queue, delay, cancellationToken).ConfigureAwait(false);
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                QueueLog.TransportFailed(logger, exception, queue);
                var delay = _delays.Next(found);
                found = false;
                await Task.Delay(delay, clock.Time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<bool> TakeBatchAsync(CancellationToken cancellationToken)
    {
        var batch = await transport.ReceiveAsync(queue, settings.BatchSize, lease, cancellationToken).ConfigureAwait(false);
        foreach (var message in batch)
        {
            _underWay.Add(processor.ProcessAsync(queue, function, message));
        }

        return batch.Count > 0;
    }

    private async Task RoomForBatchAsync(CancellationToken cancellationToken)
    {
        _underWay.RemoveAll(t => t.IsCompleted);
        while (_underWay.Count > settings.NewBatchThreshold)
        {
            await Task.WhenAny(_underWay).WaitAsync(cancellationToken).ConfigureAwait(false);
            _underWay.RemoveAll(t => t.IsCompleted);
        }
    }
}
