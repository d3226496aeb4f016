using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SocialListening.Brands;
using SocialListening.Insights;
using SocialListening.Telemetry;

namespace SocialListening.Functions.Telemetry;

/// <summary>
/// Reads how full the queues are and how late the sources, once in each metric interval. A reading looks at each queue and
/// its poison queue, two operations each: 24 queue operations with six queues, 34,560 a day and instance at one a minute.
/// </summary>
internal sealed partial class StateGauges(HealthReport health, IBrandCatalog catalog, IOptions<TelemetryOptions> options, ILogger<StateGauges> logger) : BackgroundService
{
    private readonly PollLags _lags = new(catalog);

    /// <summary>Takes one reading.</summary>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        var report = await health.MakeAsync(cancellationToken);
        foreach (var queue in report.Queues)
        {
            ListeningMetrics.Queue(queue.Queue, queue.Messages, queue.OldestSeconds ?? 0, queue.Poisoned);
        }

        ListeningMetrics.PollLag(_lags.Worst(report));
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(options.Value.MetricInterval, TimeProvider.System);
        do
        {
            try
            {
                await ReadAsync(stoppingToken);
            }
#pragma warning disable CA1031 // What cannot be read now is read at the next tick; the app does not end for a gauge.
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                Log.Unreadable(logger, failure);
            }
        }
        while (await tick.WaitForNextTickAsync(stoppingToken));
    }

    private static partial class Log
    {
        [LoggerMessage(6000, LogLevel.Warning, "Queues and sources could not be read for the metrics; they are read again at the next interval")]
        public static partial void Unreadable(ILogger logger, Exception exception);
    }
}
