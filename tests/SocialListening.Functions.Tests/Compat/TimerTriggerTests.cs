using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Runtime.Timers;
using Microsoft.Extensions.DependencyInjection;
using SocialListening.Storage;

#pragma warning disable CA1822 // Functions are instance methods like those of the product.

namespace SocialListening.Functions.Tests.Compat;

public sealed class TimerTriggerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly ManualTime _time = new(Noon);
    private readonly MemoryTimerStatus _status = new();

    [Fact]
    public async Task Timer_IsCalledAtEachDueTime()
    {
        await using var app = await StartAsync(typeof(EveryFiveMinutes));
        await TicksAsync(app, 2, 5 * Minute);
        Assert.Equal(["12:05 pastDue=False", "12:10 pastDue=False"], app.Recorder.Notes);
    }

    [Fact]
    public async Task Timer_ArmsOneWaitPerRunAndNoneWhileRunning()
    {
        await using var app = await StartAsync(typeof(Held));
        await Eventually.TrueAsync(() => _time.Armed == 1, "the first wait is armed");
        _time.Advance(Minute);
        await Eventually.TrueAsync(() => app.Recorder.Running == 1, "the function runs");
        await Eventually.SettleAsync();
        Assert.Equal((1, 0), (_time.Armed, _time.Waiting));

        app.Recorder.Open("held");
        await Eventually.TrueAsync(() => _time.Armed == 2, "the next wait is armed");
        await Eventually.SettleAsync();
        Assert.Equal((2, 1), (_time.Armed, _time.Waiting));
    }

    [Fact]
    public async Task Timer_ThatOverrunsSeveralDueTimes_RunsOnceMoreAtOnceAndNeverTwiceAtATime()
    {
        await using var app = await StartAsync(typeof(Held));
        await Eventually.TrueAsync(() => _time.Armed == 1, "the first wait is armed");
        _time.Advance(Minute);
        await Eventually.TrueAsync(() => app.Recorder.Running == 1, "the function runs");
        _time.Advance(3.5 * Minute);
        app.Recorder.Open("held");
        await Eventually.TrueAsync(() => _time.Armed == 2, "the wait after it is armed");
        _time.Advance(TimeSpan.FromMilliseconds(1));
        await Eventually.TrueAsync(() => app.Recorder.Notes.Count == 2, "the overrun call");
        await Eventually.TrueAsync(() => _time.Armed == 3, "the regular wait is armed");
        _time.Advance(0.4 * Minute);
        await Eventually.SettleAsync();
        Assert.Equal(["12:01", "12:04"], app.Recorder.Notes);

        _time.Advance(0.1 * Minute);
        await Eventually.TrueAsync(() => app.Recorder.Notes.Count == 3, "the regular call");
        Assert.Equal("12:05", app.Recorder.Notes[2]);
        Assert.Equal(1, app.Recorder.MostAtOnce);
    }

    [Fact]
    public async Task Timer_DueWhileTheProcessWasDown_IsMadeUpForOnce()
    {
        _status.Statuses["EveryFiveMinutes"] = new TimerStatus(Noon.AddMinutes(-30), Noon.AddMinutes(-25), Noon.AddMinutes(-30));
        await using var app = await StartAsync(typeof(EveryFiveMinutes));
        await TicksAsync(app, 1, TimeSpan.FromMilliseconds(1));
        await Eventually.TrueAsync(() => _time.Armed == 2, "the regular wait is armed");
        await TicksAsync(app, 2, 5 * Minute);
        Assert.Equal(["12:00 pastDue=True", "12:05 pastDue=False"], app.Recorder.Notes.Take(2));
    }

    [Fact]
    public async Task Timer_DueAtTheInstantOfTheStart_RunsAtThatInstant()
    {
        _status.Statuses["EveryFiveMinutes"] = new TimerStatus(Noon.AddMinutes(-5), Noon, Noon.AddMinutes(-5));
        await using var app = await StartAsync(typeof(EveryFiveMinutes));
        await TicksAsync(app, 1, TimeSpan.Zero);
        Assert.Equal(["12:00 pastDue=False"], app.Recorder.Notes);
    }

    [Fact]
    public async Task Timer_StartedForTheFirstTime_IsNotPastDueAndStoresItsNextDueTime()
    {
        await using var app = await StartAsync(typeof(EveryFiveMinutes));
        Assert.Equal(new TimerStatus(null, Noon.AddMinutes(5), Noon), _status.Statuses["EveryFiveMinutes"]);
        await Eventually.SettleAsync();
        Assert.Empty(app.Recorder.Notes);
    }

    [Fact]
    public async Task Timer_NeverRunButDueWhileDown_IsMadeUpFor()
    {
        _status.Statuses["EveryFiveMinutes"] = new TimerStatus(null, Noon.AddMinutes(-5), Noon.AddMinutes(-10));
        await using var app = await StartAsync(typeof(EveryFiveMinutes));
        await TicksAsync(app, 1, TimeSpan.FromMilliseconds(1));
        Assert.Equal(["12:00 pastDue=True"], app.Recorder.Notes);
    }

    [Fact]
    public async Task Timer_WhoseScheduleChanged_DoesNotMakeUpForTheNewSchedulesPast()
    {
        _status.Statuses["EveryFiveMinutes"] = new TimerStatus(Noon.AddHours(-3), Noon.AddHours(-1), Noon.AddHours(-3));
        await using var app = await StartAsync(typeof(EveryFiveMinutes));
        await TicksAsync(app, 1, 5 * Minute);
        Assert.Equal(["12:05 pastDue=False"], app.Recorder.Notes);
    }

    [Fact]
    public async Task Timer_Monitored_SeesAndStoresItsStatus()
    {
        await using var app = await StartAsync(typeof(ShowsStatus));
        await TicksAsync(app, 2, 5 * Minute);
        await Eventually.TrueAsync(() => _status.Statuses["ShowsStatus"].Last == Noon.AddMinutes(10), "the status is stored");
        Assert.Equal(["0001-01-01T00:00:00 / 2026-03-02T12:05:00", "2026-03-02T12:05:00 / 2026-03-02T12:10:00"], app.Recorder.Notes);
        Assert.Equal(new TimerStatus(Noon.AddMinutes(10), Noon.AddMinutes(15), Noon.AddMinutes(10)), _status.Statuses["ShowsStatus"]);
    }

    [Theory]
    [InlineData(typeof(EveryTenSeconds))]
    [InlineData(typeof(NotMonitored))]
    public async Task Timer_TooFrequentOrNotMonitored_StoresNothing(Type function)
    {
        await using var app = await StartAsync(function);
        await TicksAsync(app, 1, Minute);
        await Eventually.TrueAsync(() => _time.Armed >= 2, "the next wait is armed");
        Assert.Empty(_status.Statuses);
        Assert.Equal("status=", app.Recorder.Notes[0]);
    }

    [Fact]
    public async Task Timer_RunOnStartup_RunsAtOnceAndThenOnSchedule()
    {
        await using var app = await StartAsync(typeof(AtStart));
        await TicksAsync(app, 1, TimeSpan.FromMilliseconds(1));
        await Eventually.TrueAsync(() => _time.Armed == 2, "the regular wait is armed");
        _time.Advance(5 * Minute);
        await Eventually.TrueAsync(() => app.Recorder.Notes.Count == 2, "the regular call");
        Assert.Equal(["12:00 pastDue=False", "12:05 pastDue=False"], app.Recorder.Notes);
    }

    [Fact]
    public async Task Timer_ThatFails_StaysOnSchedule()
    {
        await using var app = await StartAsync(typeof(Fails));
        await TicksAsync(app, 3, Minute);
        Assert.Equal(3, app.Recorder.Notes.Count);
        Assert.Contains(app.Log.Lines, l => l.StartsWith("Error Function.Fails", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Timer_WithRetryPolicy_IsRepeatedThenGivenUpUntilNextDue()
    {
        await using var app = await StartAsync(typeof(Retried));
        await TicksAsync(app, 1, Minute);
        await TicksAsync(app, 2, TimeSpan.FromSeconds(5));
        await TicksAsync(app, 3, TimeSpan.FromSeconds(5));
        await Eventually.TrueAsync(() => _time.Armed == 4, "the regular wait is armed");
        Assert.Equal(["attempt 0 of 2", "attempt 1 of 2", "attempt 2 of 2"], app.Recorder.Notes);
        await TicksAsync(app, 4, Minute);
        Assert.Equal("attempt 0 of 2", app.Recorder.Notes[3]);
    }

    [Fact]
    public async Task Timer_WhoseWaitEndsEarly_StillRunsOncePerDueTime()
    {
        _time.EndsEarlyBy = TimeSpan.FromMilliseconds(3);
        await using var app = await StartAsync(typeof(ShowsStatus));
        await TicksAsync(app, 2, 5 * Minute);
        await Eventually.TrueAsync(() => _time.Armed == 3, "the third wait is armed");
        _time.Advance(TimeSpan.FromSeconds(10));
        await Eventually.SettleAsync();
        Assert.Equal(["0001-01-01T00:00:00 / 2026-03-02T12:05:00", "2026-03-02T12:05:00 / 2026-03-02T12:10:00"], app.Recorder.Notes);
    }

    [Fact]
    public async Task Stop_WhileARunIsUnderWay_FinishesItAndStoresItsStatus()
    {
        var app = await StartAsync(typeof(Held));
        await Eventually.TrueAsync(() => _time.Waiting == 1, "the wait is armed");
        _time.Advance(Minute);
        await Eventually.TrueAsync(() => app.Recorder.Running == 1, "the function runs");
        var stop = app.StopAsync();
        await Eventually.SettleAsync();
        Assert.False(stop.IsCompleted);
        app.Recorder.Open("held");
        await stop;
        Assert.Equal(Noon.AddMinutes(1), _status.Statuses["Held"].Last);
        Assert.Equal(0, _time.Waiting);
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Schedule_WithTimeZoneSet_IsThatZonesTime()
    {
        await using var app = await StartAsync(typeof(DailyAtFourteen), "--WEBSITE_TIME_ZONE=Europe/Paris");
        await TicksAsync(app, 1, 60 * Minute);
        Assert.Equal(["13:00 UTC, 2026-03-02T14:00:00 local"], app.Recorder.Notes);
    }

    [Fact]
    public void RetryPolicy_Exponential_GrowsToItsGreatestDelayAndHasNoEndWithMinusOne()
    {
        var policy = new RetryPolicy(new ExponentialBackoffRetryAttribute(-1, "00:00:01", "00:00:10"));
        var delays = Enumerable.Range(0, 10).Select(i => policy.Next(i)!.Value).ToArray();
        Assert.Equal(TimeSpan.FromSeconds(1), delays[0]);
        Assert.Equal(delays.Order(), delays);
        Assert.Equal(TimeSpan.FromSeconds(10), delays[9]);
        Assert.NotNull(policy.Next(1_000));
    }

    [Fact]
    public async Task Schedule_FromSetting_IsResolved()
    {
        await using var app = await StartAsync(typeof(FromSetting), "--Poll:Schedule=0 */2 * * * *");
        await TicksAsync(app, 1, 2 * Minute);
        Assert.Equal(["12:02"], app.Recorder.Notes);
    }

    [Theory]
    [InlineData(null, "'%Poll:Schedule%' does not resolve")]
    [InlineData("--Poll:Schedule=whenever", "'whenever' is no schedule")]
    public async Task Schedule_MissingOrMalformed_StopsTheStart(string? setting, string expected)
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(typeof(FromSetting), setting is null ? [] : [setting]));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Contains("'FromSetting'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schedule_TimeSpan_CountsFromTheLastRun()
    {
        await using var app = await StartAsync(typeof(EveryNinetySeconds));
        await TicksAsync(app, 2, 1.5 * Minute);
        Assert.Equal(["12:01:30", "12:03:00"], app.Recorder.Notes);
    }

    [Fact]
    public async Task Wait_LongerThanATimerCan_IsSplit()
    {
        await using var app = await StartAsync(typeof(Yearly));
        await Eventually.TrueAsync(() => _time.Armed == 1, "the first part is armed");
        for (var part = 2; part <= 13; part++)
        {
            _time.Advance(TimeSpan.FromDays(24));
            await Eventually.TrueAsync(() => _time.Armed == part, "the next part is armed");
        }

        Assert.Empty(app.Recorder.Notes);
        _time.Advance(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero) - _time.GetUtcNow());
        await Eventually.TrueAsync(() => app.Recorder.Notes.Count == 1, "the call");
    }

    [Fact]
    public async Task Stop_WhileWaiting_EndsAtOnce()
    {
        var app = await StartAsync(typeof(EveryFiveMinutes));
        await app.DisposeAsync();
        Assert.Equal(0, _time.Waiting);
    }

    [Fact]
    public async Task FileStore_KeepsAStatusAcrossInstances()
    {
        var folder = Path.Combine(Path.GetTempPath(), "compat-" + Guid.NewGuid().ToString("N"));
        try
        {
            var status = new TimerStatus(Noon, Noon.AddMinutes(5), Noon);
            Assert.Null(await new FileTimerStatusStore(folder).GetAsync("A", CancellationToken.None));
            await new FileTimerStatusStore(folder).SaveAsync("A", status with { Last = null }, CancellationToken.None);
            await new FileTimerStatusStore(folder).SaveAsync("A", status, CancellationToken.None);
            Assert.Equal(status, await new FileTimerStatusStore(folder).GetAsync("A", CancellationToken.None));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private Task<RunningApp> StartAsync(Type function, params string[] args) => RunningApp.StartAsync(
        [function],
        b =>
        {
            b.Services.AddSingleton<TimeProvider>(_time);
            b.Services.AddSingleton<ITimerStatusStore>(_status);
        },
        args: args);

    private async Task TicksAsync(RunningApp app, int calls, TimeSpan each)
    {
        while (app.Recorder.Notes.Count < calls)
        {
            var (armed, notes) = (_time.Armed, app.Recorder.Notes.Count);
            await Eventually.TrueAsync(() => _time.Waiting == 1, "a wait is armed");
            _time.Advance(each);
            await Eventually.TrueAsync(() => app.Recorder.Notes.Count > notes, $"call {notes + 1}");
            await Eventually.TrueAsync(() => _time.Armed > armed, "the next wait is armed");
        }
    }

    private sealed class MemoryTimerStatus : ITimerStatusStore
    {
        public Dictionary<string, TimerStatus> Statuses { get; } = new(StringComparer.Ordinal);

        public Task<TimerStatus?> GetAsync(string name, CancellationToken cancellationToken) =>
            Task.FromResult(Statuses.GetValueOrDefault(name));

        public Task SaveAsync(string name, TimerStatus status, CancellationToken cancellationToken)
        {
            Statuses[name] = status;
            return Task.CompletedTask;
        }
    }

    public sealed class EveryFiveMinutes(Recorder recorder, TimeProvider time)
    {
        [Function("EveryFiveMinutes")]
        public Task RunAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, FunctionContext context, CancellationToken cancellationToken)
        {
            Assert.Equal(context.CancellationToken, cancellationToken);
            recorder.Note($"{time.GetUtcNow():HH:mm} pastDue={timer.IsPastDue}");
            return Task.CompletedTask;
        }
    }

    public sealed class AtStart(Recorder recorder, TimeProvider time)
    {
        [Function("AtStart")]
        public void Run([TimerTrigger("0 */5 * * * *", RunOnStartup = true)] TimerInfo timer) =>
            recorder.Note($"{time.GetUtcNow():HH:mm} pastDue={timer.IsPastDue}");
    }

    public sealed class Held(Recorder recorder, TimeProvider time)
    {
        [Function("Held")]
        public async Task RunAsync([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken cancellationToken)
        {
            recorder.Note($"{time.GetUtcNow():HH:mm}");
            await recorder.HoldAsync("held", cancellationToken);
        }
    }

    public sealed class ShowsStatus(Recorder recorder)
    {
        [Function("ShowsStatus")]
        public void Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer) =>
            recorder.Note($"{timer.ScheduleStatus!.Last:s} / {timer.ScheduleStatus.Next:s}");
    }

    public sealed class EveryTenSeconds(Recorder recorder)
    {
        [Function("EveryTenSeconds")]
        public void Run([TimerTrigger("*/10 * * * * *", UseMonitor = true)] TimerInfo timer) => recorder.Note($"status={timer.ScheduleStatus}");
    }

    public sealed class NotMonitored(Recorder recorder)
    {
        [Function("NotMonitored")]
        public void Run([TimerTrigger("0 * * * * *", UseMonitor = false)] TimerInfo timer) => recorder.Note($"status={timer.ScheduleStatus}");
    }

    public sealed class Fails(Recorder recorder)
    {
        [Function("Fails")]
        public Task RunAsync([TimerTrigger("0 * * * * *")] TimerInfo timer)
        {
            recorder.Note("called");
            throw new InvalidOperationException("fails on purpose");
        }
    }

    public sealed class Retried(Recorder recorder)
    {
        [Function("Retried")]
        [FixedDelayRetry(2, "00:00:05")]
        public async Task RunAsync([TimerTrigger("0 * * * * *")] TimerInfo timer, FunctionContext context)
        {
            await Task.Yield();
            recorder.Note($"attempt {context.RetryContext.RetryCount} of {context.RetryContext.MaxRetryCount}");
            throw new InvalidOperationException("fails on purpose");
        }
    }

    public sealed class FromSetting(Recorder recorder, TimeProvider time)
    {
        [Function("FromSetting")]
        public void Run([TimerTrigger("%Poll:Schedule%")] TimerInfo timer) => recorder.Note($"{time.GetUtcNow():HH:mm}");
    }

    public sealed class EveryNinetySeconds(Recorder recorder, TimeProvider time)
    {
        [Function("EveryNinetySeconds")]
        public void Run([TimerTrigger("00:01:30")] TimerInfo timer) => recorder.Note($"{time.GetUtcNow():HH:mm:ss}");
    }

    public sealed class DailyAtFourteen(Recorder recorder, TimeProvider time)
    {
        [Function("DailyAtFourteen")]
        public void Run([TimerTrigger("0 0 14 * * *")] TimerInfo timer) =>
            recorder.Note($"{time.GetUtcNow():HH:mm} UTC, {timer.ScheduleStatus!.Next:s} local");
    }

    public sealed class Yearly(Recorder recorder)
    {
        [Function("Yearly")]
        public void Run([TimerTrigger("0 0 0 1 Jan *")] TimerInfo timer) => recorder.Note("called");
    }
}
