namespace SocialListening.Tests.Time;

/// <summary>
/// A clock that stands still until it is advanced; timers then fire in the order of their due times, on the thread that advances.
/// Safe to use from several threads.
/// </summary>
public sealed class ManualTimeProvider : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly DateTimeOffset _start;
    private DateTimeOffset _now;
    private long _sequence;

    /// <summary>Starts at a given instant; by default 2026-11-20 09:00 UTC.</summary>
    public ManualTimeProvider(DateTimeOffset? start = null)
    {
        _start = (start ?? new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero)).ToUniversalTime();
        _now = _start;
    }

    /// <summary>How many timers are waiting, to see that code under test has begun to wait.</summary>
    public int PendingTimers
    {
        get
        {
            lock (_gate)
            {
                return _timers.Count;
            }
        }
    }

    /// <summary>The earliest due time of a waiting timer; <see langword="null"/> when none waits.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_gate)
            {
                return _timers.Count == 0 ? null : _timers.Min(timer => timer.Due);
            }
        }
    }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => (GetUtcNow() - _start).Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock on and fires every timer that falls due on the way, each at its own time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var target = GetUtcNow() + by;
        while (TakeDue(target) is { } due)
        {
            due.Fire();
        }

        lock (_gate)
        {
            _now = target > _now ? target : _now;
        }
    }

    /// <summary>Moves the clock to an instant that is not in its past.</summary>
    public void AdvanceTo(DateTimeOffset instant) => Advance(instant - GetUtcNow());

    /// <summary>
    /// Advances from timer to timer until a task has ended, so that code that waits on this clock runs to its end at once.
    /// A timer fires only after the code has started no other for 20 ms of real time, or 300 ms when it is more than five seconds
    /// away, so that a timeout does not overtake running code.
    /// </summary>
    /// <exception cref="TimeoutException">The task has not ended after 20 seconds of real time.</exception>
    public async Task<T> RunAsync<T>(Task<T> task)
    {
        var began = System.GetTimestamp();
        var quiet = 0;
        while (!task.IsCompleted)
        {
            var seen = Sequence;
            await Task.WhenAny(task, Task.Delay(TimeSpan.FromMilliseconds(20), System));
            if (task.IsCompleted)
            {
                break;
            }

            quiet = seen == Sequence ? quiet + 1 : 0;
            if (NextDue is { } due && quiet >= (due - GetUtcNow() > TimeSpan.FromSeconds(5) ? 15 : 1))
            {
                quiet = 0;
                Advance(due > GetUtcNow() ? due - GetUtcNow() : TimeSpan.Zero);
            }

            if (System.GetElapsedTime(began) > TimeSpan.FromSeconds(20))
            {
                throw new TimeoutException("The task under test did not end.");
            }
        }

        return await task;
    }

    private long Sequence
    {
        get
        {
            lock (_gate)
            {
                return _sequence;
            }
        }
    }

    private ManualTimer? TakeDue(DateTimeOffset target)
    {
        lock (_gate)
        {
            var next = _timers.Where(timer => timer.Due <= target).OrderBy(timer => timer.Due).ThenBy(timer => timer.Order).FirstOrDefault();
            if (next is null)
            {
                return null;
            }

            _now = next.Due > _now ? next.Due : _now;
            if (next.Period > TimeSpan.Zero)
            {
                next.Due += next.Period;
            }
            else
            {
                _timers.Remove(next);
            }

            return next;
        }
    }

    private sealed class ManualTimer(ManualTimeProvider owner, TimerCallback callback, object? state) : ITimer
    {
        private bool _disposed;

        public DateTimeOffset Due { get; set; }

        public TimeSpan Period { get; private set; }

        public long Order { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (owner._gate)
            {
                owner._timers.Remove(this);
                if (_disposed)
                {
                    return false;
                }

                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = owner._now + dueTime;
                    Period = period == Timeout.InfiniteTimeSpan ? TimeSpan.Zero : period;
                    Order = owner._sequence++;
                    owner._timers.Add(this);
                }

                return true;
            }
        }

        public void Dispose()
        {
            lock (owner._gate)
            {
                _disposed = true;
                owner._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
