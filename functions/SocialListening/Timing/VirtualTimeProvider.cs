namespace SocialListening.Timing;

/// <summary>
/// A clock that stands still until somebody advances it, so that two weeks can pass in seconds with every timer and window on
/// the same time. Timers fire synchronously inside <see cref="AdvanceTo"/>, in order of their due time. Thread-safe.
/// </summary>
public sealed class VirtualTimeProvider : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<VirtualTimer, (long Due, long Order)> _due = new();
    private DateTimeOffset _now;
    private long _order;
    private long _armed;
    private TaskCompletionSource _change = NewSignal();

    /// <summary>Makes a clock that stands at <paramref name="start"/>.</summary>
    /// <param name="start">The first instant; its UTC value counts.</param>
    public VirtualTimeProvider(DateTimeOffset start) => _now = start.ToUniversalTime();

    /// <summary>How many waits were begun since the clock was made. Each <see cref="Task.Delay(TimeSpan, TimeProvider, CancellationToken)"/> adds one.</summary>
    public long ArmedWaits => Interlocked.Read(ref _armed);

    /// <summary>When the next timer is due, or <see langword="null"/> when nobody waits.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_gate)
            {
                return TryPeek(out var timer) ? new DateTimeOffset(timer.DueTicks, TimeSpan.Zero) : null;
            }
        }
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock and fires what is due on the way.</summary>
    /// <param name="instant">The new time; an earlier one than now changes nothing.</param>
    /// <returns>How many timers fired.</returns>
    public int AdvanceTo(DateTimeOffset instant)
    {
        var fired = 0;
        while (true)
        {
            VirtualTimer? timer;
            lock (_gate)
            {
                if (!TryPeek(out timer) || timer.DueTicks > instant.UtcTicks)
                {
                    if (instant > _now)
                    {
                        _now = instant.ToUniversalTime();
                    }

                    return fired;
                }

                _due.Dequeue();
                if (timer.DueTicks > _now.Ticks)
                {
                    _now = new DateTimeOffset(timer.DueTicks, TimeSpan.Zero);
                }

                timer.DueTicks = VirtualTimer.Idle;
                if (timer.PeriodTicks > 0)
                {
                    Enqueue(timer, _now.Ticks + timer.PeriodTicks);
                }
            }

            fired++;
            timer.Fire();
        }
    }

    /// <summary>Waits until at least <paramref name="count"/> waits were begun since the clock was made.</summary>
    /// <param name="count">The number to wait for.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    public async Task WaitForArmedAsync(long count, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task change;
            lock (_gate)
            {
                if (_armed >= count)
                {
                    return;
                }

                change = _change.Task;
            }

            await change.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    internal void Schedule(VirtualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        TaskCompletionSource? signal = null;
        lock (_gate)
        {
            timer.PeriodTicks = period == Timeout.InfiniteTimeSpan ? 0 : period.Ticks;
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                timer.DueTicks = VirtualTimer.Idle;
                return;
            }

            Enqueue(timer, _now.Ticks + Math.Max(0, dueTime.Ticks));
            _armed++;
            signal = _change;
            _change = NewSignal();
        }

        signal.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Enqueue(VirtualTimer timer, long dueTicks)
    {
        timer.DueTicks = dueTicks;
        timer.Order = ++_order;
        _due.Enqueue(timer, (dueTicks, timer.Order));
    }

    // A timer that was changed or disposed leaves its old entry behind; such entries are dropped here.
    private bool TryPeek([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out VirtualTimer? timer)
    {
        while (_due.TryPeek(out timer, out var entry))
        {
            if (timer.DueTicks == entry.Due && timer.Order == entry.Order)
            {
                return true;
            }

            _due.Dequeue();
        }

        return false;
    }
}
