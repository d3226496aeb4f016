using Microsoft.Azure.Functions.Worker.Runtime.Discovery;
using Microsoft.Azure.Functions.Worker.Runtime.Invocation;
using Microsoft.Extensions.Logging;
using SocialListening.Storage;

namespace Microsoft.Azure.Functions.Worker.Runtime.Timers;

/// <summary>
/// Runs one timer function. Exactly one wait is armed on the app's clock at any time while no invocation runs, and none while one
/// does, so that a clock driven faster than time never runs ahead of the timers.
/// </summary>
/// <param name="function">The function.</param>
/// <param name="schedule">When it is due.</param>
/// <param name="zone">The time zone that the function sees its status in.</param>
/// <param name="store">Where the status is kept; <see langword="null"/> for a timer that is not monitored.</param>
/// <param name="invoker">Runs it.</param>
/// <param name="time">The app's clock.</param>
/// <param name="logger">Where to report to.</param>
internal sealed class TimerListener(
    FunctionDescriptor function,
    ITimerSchedule schedule,
    TimeZoneInfo zone,
    ITimerStatusStore? store,
    FunctionInvoker invoker,
    TimeProvider time,
    ILogger<TimerListener> logger) : ITriggerListener, IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(24);

    private readonly CancellationTokenSource _stopping = new();
    private Task _loop = Task.CompletedTask;
    private TimerStatus _status = null!;

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var stored = store is null ? null : await store.GetAsync(function.Name, cancellationToken).ConfigureAwait(false);
        _status = Continue(stored, now);
        if (_status != stored && store is not null)
        {
            await store.SaveAsync(function.Name, _status, cancellationToken).ConfigureAwait(false);
        }

        var pastDue = store is not null && now > _status.Next;
        var atOnce = pastDue || ((TimerTriggerAttribute)function.Trigger).RunOnStartup;
        TimerLog.Started(logger, function.Name, _status.Next, pastDue);
        _loop = Task.Run(() => LoopAsync(atOnce, pastDue, _stopping.Token), CancellationToken.None);
    }

    /// <inheritdoc/>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _loop.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => _stopping.Dispose();

    private TimerStatus Continue(TimerStatus? stored, DateTimeOffset now)
    {
        if (stored is null)
        {
            return new TimerStatus(null, schedule.Next(now), now);
        }

        var basis = stored.Last ?? stored.LastUpdated;
        var next = schedule.Next(basis);
        if (next == stored.Next)
        {
            return stored;
        }

        // The schedule has changed since: what the new one would have missed is not made up for.
        return now > next ? new TimerStatus(null, schedule.Next(now), now) : new TimerStatus(null, next, basis);
    }

    private async Task LoopAsync(bool atOnce, bool pastDue, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await WaitAsync(atOnce, cancellationToken).ConfigureAwait(false);
                var now = time.GetUtcNow();
                await InvokeAsync(pastDue, cancellationToken).ConfigureAwait(false);

                // A wait may end a little early: without this the same due time would come twice.
                var ran = !atOnce && _status.Next > now ? _status.Next : now;
                _status = new TimerStatus(ran, schedule.Next(ran), ran);
                (atOnce, pastDue) = (false, false);
                await SaveAsync().ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
    }

    private async Task WaitAsync(bool atOnce, CancellationToken cancellationToken)
    {
        var due = atOnce ? TimeSpan.Zero : _status.Next - time.GetUtcNow();
        while (due > LongestWait)
        {
            await Task.Delay(LongestWait, time, cancellationToken).ConfigureAwait(false);
            due = _status.Next - time.GetUtcNow();
        }

        await ArmAsync(due > TimeSpan.Zero ? due : TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
    }

    // Unlike a delay it is armed for no time at all too, so that a clock that stands at the due time fires it there and not later.
    private async Task ArmAsync(TimeSpan due, CancellationToken cancellationToken)
    {
        var fired = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var timer = time.CreateTimer(static state => ((TaskCompletionSource)state!).TrySetResult(), fired, due, Timeout.InfiniteTimeSpan).ConfigureAwait(false);
        await fired.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task InvokeAsync(bool pastDue, CancellationToken cancellationToken)
    {
        var info = new TimerInfo { IsPastDue = pastDue, ScheduleStatus = store is null ? null : StatusInZone() };
        var input = new InvocationInput(info, InvocationInput.NoData);
        var policy = function.Retry is null ? null : new RetryPolicy(function.Retry);
        for (var retries = 0; ; retries++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var outcome = await invoker.InvokeAsync(function, input, retries, CancellationToken.None).ConfigureAwait(false);
            if (outcome.Succeeded || policy?.Next(retries) is not { } delay)
            {
                return;
            }

            TimerLog.Retrying(logger, function.Name, retries + 1, delay);
            await Task.Delay(delay, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task SaveAsync()
    {
        try
        {
            if (store is not null)
            {
                await store.SaveAsync(function.Name, _status, CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            TimerLog.StatusNotSaved(logger, exception, function.Name);
        }
    }

    private ScheduleStatus StatusInZone() => new()
    {
        Last = InZone(_status.Last),
        Next = InZone(_status.Next),
        LastUpdated = InZone(_status.LastUpdated),
    };

    private DateTime InZone(DateTimeOffset? moment)
    {
        if (moment is not { } value)
        {
            return default;
        }

        return zone == TimeZoneInfo.Utc ? value.UtcDateTime : TimeZoneInfo.ConvertTime(value, zone).DateTime;
    }
}
