using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SocialListening.Functions.Azure;
using SocialListening.Insights;

namespace SocialListening.Functions.Terminal;

/// <summary>Shows how a run on live sources goes, and ends it when it is asked to and every source was polled once.</summary>
internal sealed class LiveRun(HealthReport health, RunConsole console, RunSummary summary, IOptions<RunOptions> options, IOptions<QueueOptions> queues, IHostApplicationLifetime lifetime, TimeProvider time) : BackgroundService
{
    private readonly Stopwatch _watch = new();
    private DateTimeOffset _began;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _watch.Start();
        _began = time.GetUtcNow();

        // Each look costs 16 operations on queues in Azure, which are billed.
        var interval = queues.Value.Backend == QueueBackend.Storage && !options.Value.ExitWhenIdle ? TimeSpan.FromMinutes(1) : TimeSpan.FromSeconds(1);
        using var tick = new PeriodicTimer(interval, TimeProvider.System);
        try
        {
            while (await tick.WaitForNextTickAsync(stoppingToken))
            {
                var report = await health.MakeAsync(stoppingToken);
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

    private void Show(Health report)
    {
        var listening = report.Sources.Where(source => source.Status != "disabled").ToArray();
        var troubled = listening.Where(source => source.Error is not null).Select(source => source.SourceId).ToArray();
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{report.NowUtc:HH:mm:ss}Z  {listening.Length - troubled.Length} of {listening.Length} sources well, {report.Queues.Sum(queue => queue.Messages)} messages queued");
        if (troubled.Length > 0)
        {
            line += $"; see /api/health for {string.Join(", ", troubled.Take(3))}";
        }

        console.Progress(string.Join('|', report.Sources.Select(source => source.Status)), line);
    }

    private bool IsIdle(Health report) =>
        report.Queues.All(queue => queue.Messages == 0)
        && report.Sources.All(source => source.Status == "disabled" || source.LastSuccessAtUtc >= _began || source.ConsecutiveFailures > 0);
}
