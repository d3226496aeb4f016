using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SocialListening.Functions.Azure;
using SocialListening.Insights;

namespace SocialListening.Functions.Terminal;

/// <summary>
/// Shows how a run on live sources goes, and ends it when it is asked to and every source was polled once. Where nobody
/// watches and the queues are billed it looks at nothing.
/// </summary>
internal sealed partial class LiveRun(HealthReport health, RunConsole console, RunSummary summary, IOptions<RunOptions> options, IOptions<QueueOptions> queues, IHostApplicationLifetime lifetime, ILogger<LiveRun> logger, TimeProvider time) : BackgroundService
{
    private readonly Stopwatch _watch = new();
    private DateTimeOffset _began;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _watch.Start();
        _began = time.GetUtcNow();

        // Each look costs 24 operations on queues in Azure, which are billed.
        var billed = queues.Value.Backend == QueueBackend.Storage && !options.Value.ExitWhenIdle;
        if (billed && !console.IsInteractive)
        {
            return;
        }

        var interval = billed ? TimeSpan.FromMinutes(1) : TimeSpan.FromSeconds(1);
        using var tick = new PeriodicTimer(interval, TimeProvider.System);
        try
        {
            while (await tick.WaitForNextTickAsync(stoppingToken))
            {
                if (await LookAsync(stoppingToken) is not { } report)
                {
                    continue;
                }

                Show(report);
                if (options.Value.ExitWhenIdle && IsIdle(report))
                {
                    await summary.PrintAsync(_watch.Elapsed, stoppingToken);
                    lifetime.StopApplication();
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            console.EndProgress();
        }
    }

    private async Task<Health?> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await health.MakeAsync(cancellationToken);
        }
#pragma warning disable CA1031 // What cannot be read now is read at the next tick; the app does not end for a line on a terminal.
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.Unreadable(logger, failure);
            return null;
        }
    }

    private void Show(Health report)
    {
        var listening = report.Sources.Where(source => source.Status != "disabled").ToArray();
        var troubled = listening.Where(source => source.Error is not null).Select(source => source.SourceId).ToArray();
        var waiting = listening.Count(source => source.Status == "waiting");
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{report.NowUtc:HH:mm:ss}Z  {listening.Length - troubled.Length - waiting} of {listening.Length} sources well, {report.Queues.Sum(queue => queue.Messages)} messages queued");
        if (waiting > 0)
        {
            line += string.Create(CultureInfo.InvariantCulture, $"; {waiting} waiting for the first poll");
        }

        if (troubled.Length > 0)
        {
            line += $"; see /api/health for {string.Join(", ", troubled.Take(3))}";
        }

        console.Progress(string.Join('|', report.Sources.Select(source => source.Status)), line);
    }

    private bool IsIdle(Health report) =>
        report.Queues.All(queue => queue.Messages == 0)
        && report.Sources.All(source => source.Status == "disabled" || source.LastSuccessAtUtc >= _began || source.ConsecutiveFailures > 0);

    private static partial class Log
    {
        [LoggerMessage(6100, LogLevel.Warning, "Queues and sources could not be read for the terminal; they are read again at the next look")]
        public static partial void Unreadable(ILogger logger, Exception exception);
    }
}
