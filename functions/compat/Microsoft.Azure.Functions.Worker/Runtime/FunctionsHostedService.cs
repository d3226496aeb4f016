using Microsoft.Azure.Functions.Worker.Runtime.Discovery;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>
/// Finds and starts the functions after all other hosted services, and stops them before: no new work at once, work under way
/// ends within the grace or is cancelled.
/// </summary>
internal sealed class FunctionsHostedService(
    FunctionSource source,
    ListenerFactory factory,
    InvocationLifetime lifetime,
    RuntimeOptions options,
    HostClock clock,
    ILogger<FunctionsHostedService> logger) : IHostedService, IDisposable
{
    private List<ITriggerListener> _listeners = [];

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A function is malformed, lacks a setting or cannot listen; nothing is left running.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var (functions, wrong) = FunctionScanner.Scan(source);
        var (listeners, errors) = factory.Create(functions);
        _listeners = listeners;
        if (wrong.Length + errors.Count > 0)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, [.. wrong, .. errors]));
        }

        if (functions.IsEmpty)
        {
            HostLog.NoFunctions(logger);
        }

        for (var i = 0; i < _listeners.Count; i++)
        {
            try
            {
                await _listeners[i].StartAsync(cancellationToken).ConfigureAwait(false);
            }
            catch
            {
                await Task.WhenAll(_listeners.Take(i).Select(l => l.StopAsync())).ConfigureAwait(false);
                throw;
            }
        }

        HostLog.Started(logger, functions.Length);
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        var work = Task.WhenAll(_listeners.Select(l => l.StopAsync()));
        if (await EndsWithinAsync(work, options.ShutdownGrace).ConfigureAwait(false))
        {
            return;
        }

        HostLog.GraceOver(logger, options.ShutdownGrace);
        await lifetime.CancelAsync().ConfigureAwait(false);
        if (!await EndsWithinAsync(work, RuntimeOptions.Unwind).ConfigureAwait(false))
        {
            HostLog.LeftBehind(logger);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var listener in _listeners.OfType<IDisposable>())
        {
            listener.Dispose();
        }
    }

    private async Task<bool> EndsWithinAsync(Task work, TimeSpan longest)
    {
        try
        {
            await work.WaitAsync(longest, clock.Time).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException) when (!work.IsCompleted)
        {
            return false;
        }
    }
}
