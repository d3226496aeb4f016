using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SocialListening.Contracts;
using SocialListening.Functions.Terminal;
using SocialListening.Platforms.Replay;
using SocialListening.Queues;
using SocialListening.Storage;
using SocialListening.Timing;

namespace SocialListening.Functions.Replay;

/// <summary>
/// Moves the replay's clock: from each due timer to the next, and only when everything that the last one set off has been worked
/// through. So two weeks pass as fast as the pipeline keeps up, and every run sees the same things at the same time.
/// </summary>
internal sealed partial class ReplayDriver(
    VirtualTimeProvider clock,
    ReplayTimeline timeline,
    IReplayPositionStore positions,
    IQueueTransport queues,
    RunConsole console,
    RunSummary summary,
    IOptions<ReplayOptions> options,
    IOptions<RunOptions> run,
    IHostApplicationLifetime lifetime,
    ILogger<ReplayDriver> logger) : BackgroundService, IHostedLifecycleService
{
    /// <summary>How many functions have a timer trigger, each of which waits on this clock.</summary>
    public const int TimerFunctions = 4;

    /// <summary>After the last post, time enough for the last poll and the last buckets to be judged.</summary>
    private static readonly TimeSpan Tail = TimeSpan.FromMinutes(30);

    private readonly Stopwatch _watch = new();
    private DateTimeOffset _began;

    private DateTimeOffset End => Earlier(timeline.Start + options.Value.Length, timeline.End) + Tail;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (await positions.GetAsync(cancellationToken) is { } position)
        {
            clock.AdvanceTo(position);
        }

        _began = clock.GetUtcNow();
        console.WriteLine(_began <= timeline.Start
            ? string.Create(CultureInfo.InvariantCulture, $"Replaying {timeline.Start:d MMM yyyy} to {End:d MMM yyyy}: two invented brands, posts and comments in French and English.")
            : string.Create(CultureInfo.InvariantCulture, $"The replay goes on from {_began:d MMM yyyy HH:mm}Z. Start with --fresh to see it from the beginning."));
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _watch.Start();
        try
        {
            if (!await TimersRunOnThisClockAsync(stoppingToken))
            {
                await FollowRealTimeAsync(stoppingToken);
                return;
            }

            await StepAsync(stoppingToken);
            await FinishAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            console.EndProgress();
        }
    }

    private async Task StepAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await WaitForQuietAsync(cancellationToken);
            if (clock.NextDue is not { } due || due > End)
            {
                return;
            }

            await PaceAsync(due, cancellationToken);
            await positions.SaveAsync(due, cancellationToken);
            var armed = clock.ArmedWaits;
            var fired = clock.AdvanceTo(due);

            // Each function's timer waits anew once its call has ended, so as many new waits mean that all calls have ended.
            await clock.WaitForArmedAsync(armed + fired, cancellationToken);
            ShowProgress(due);
        }
    }

    // An erasure is looked at a second time a quarter of an hour later in real time, which no replay waits for.
    private static readonly string[] QueuesOfTheFlow = [.. QueueNames.All.Where(queue => queue != QueueNames.Erasures)];

    private async Task WaitForQuietAsync(CancellationToken cancellationToken)
    {
        for (var tries = 0; ; tries++)
        {
            var quiet = true;
            foreach (var queue in QueuesOfTheFlow)
            {
                if ((await queues.GetDepthAsync(queue, cancellationToken)).Messages > 0)
                {
                    quiet = false;
                    break;
                }
            }

            if (quiet)
            {
                return;
            }

            if (tries < 50)
            {
                await Task.Yield();
            }
            else
            {
                await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, cancellationToken);
            }
        }
    }

    private async Task PaceAsync(DateTimeOffset due, CancellationToken cancellationToken)
    {
        if (options.Value.Speed > 0)
        {
            var wait = ((due - _began) / options.Value.Speed) - _watch.Elapsed;
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, TimeProvider.System, cancellationToken);
            }
        }
    }

    // In the Functions host timers run on real time and nobody waits on this clock.
    private async Task<bool> TimersRunOnThisClockAsync(CancellationToken cancellationToken)
    {
        try
        {
            await clock.WaitForArmedAsync(TimerFunctions, cancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            Log.RealTime(logger);
            return false;
        }
    }

    private async Task FollowRealTimeAsync(CancellationToken cancellationToken)
    {
        var speed = options.Value.Speed > 0 ? options.Value.Speed : 1;
        using var tick = new PeriodicTimer(TimeSpan.FromSeconds(1), TimeProvider.System);
        while (clock.GetUtcNow() < End && await tick.WaitForNextTickAsync(cancellationToken))
        {
            var now = _began + (_watch.Elapsed * speed);
            await positions.SaveAsync(now, cancellationToken);
            clock.AdvanceTo(now);
            ShowProgress(now);
        }

        await FinishAsync(cancellationToken);
    }

    private async Task FinishAsync(CancellationToken cancellationToken)
    {
        console.EndProgress();
        await summary.PrintAsync(_watch.Elapsed, cancellationToken);
        if (run.Value.ExitWhenIdle)
        {
            lifetime.StopApplication();
            return;
        }

        console.WriteLine("The replay is over; the HTTP API stays up. Ctrl+C ends it, --fresh starts over.");
    }

    private void ShowProgress(DateTimeOffset now)
    {
        var share = Math.Clamp((now - timeline.Start) / (End - timeline.Start), 0, 1);
        var line = string.Create(CultureInfo.InvariantCulture, $"{now:ddd d MMM HH:mm}Z  {share,4:P0}  {_watch.Elapsed.TotalSeconds:F0} s");
        console.Progress(now.ToString("yyyyMMdd", CultureInfo.InvariantCulture), line);
    }

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private static partial class Log
    {
        [LoggerMessage(100, LogLevel.Warning, "Timers run on real time here, so the replay does too; set Replay:Speed to hurry it")]
        public static partial void RealTime(ILogger logger);
    }
}
