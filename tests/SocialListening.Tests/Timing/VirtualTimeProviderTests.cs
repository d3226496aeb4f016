using SocialListening.Timing;

namespace SocialListening.Tests.Timing;

public sealed class VirtualTimeProviderTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 16, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void AdvanceTo_FiresTimersInOrderOfTheirTime_AtTheirTime()
    {
        var clock = new VirtualTimeProvider(Start);
        var fired = new List<(string Name, DateTimeOffset At)>();
        using var late = clock.CreateTimer(_ => fired.Add(("late", clock.GetUtcNow())), null, TimeSpan.FromMinutes(9), Timeout.InfiniteTimeSpan);
        using var early = clock.CreateTimer(_ => fired.Add(("early", clock.GetUtcNow())), null, TimeSpan.FromMinutes(2), Timeout.InfiniteTimeSpan);
        Assert.Equal(2, clock.AdvanceTo(Start.AddMinutes(10)));
        Assert.Equal([("early", Start.AddMinutes(2)), ("late", Start.AddMinutes(9))], fired);
        Assert.Equal(Start.AddMinutes(10), clock.GetUtcNow());
    }

    [Fact]
    public async Task TaskDelay_EndsWhenTheClockReachesIt_AndNotBefore()
    {
        var clock = new VirtualTimeProvider(Start);
        var delay = Task.Delay(TimeSpan.FromHours(1), clock);
        clock.AdvanceTo(Start.AddMinutes(59));
        Assert.False(delay.IsCompleted);
        clock.AdvanceTo(Start.AddMinutes(60));
        await delay.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(1, clock.ArmedWaits);
    }

    [Fact]
    public void NextDue_IgnoresDisposedAndChangedTimers()
    {
        var clock = new VirtualTimeProvider(Start);
        var gone = clock.CreateTimer(_ => { }, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        using var moved = clock.CreateTimer(_ => { }, null, TimeSpan.FromMinutes(2), Timeout.InfiniteTimeSpan);
        gone.Dispose();
        moved.Change(TimeSpan.FromMinutes(7), Timeout.InfiniteTimeSpan);
        Assert.Equal(Start.AddMinutes(7), clock.NextDue);
    }

    [Fact]
    public void PeriodicTimer_FiresOncePerPeriod()
    {
        var clock = new VirtualTimeProvider(Start);
        var fired = 0;
        using var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5));
        clock.AdvanceTo(Start.AddMinutes(26));
        Assert.Equal(5, fired);
    }

    [Fact]
    public async Task WaitForArmed_EndsWhenSomebodyWaitsAnew()
    {
        var clock = new VirtualTimeProvider(Start);
        var waiting = clock.WaitForArmedAsync(1, CancellationToken.None);
        Assert.False(waiting.IsCompleted);
        _ = Task.Delay(TimeSpan.FromMinutes(1), clock);
        await waiting.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void AdvanceTo_Backwards_ChangesNothing()
    {
        var clock = new VirtualTimeProvider(Start);
        Assert.Equal(0, clock.AdvanceTo(Start.AddDays(-1)));
        Assert.Equal(Start, clock.GetUtcNow());
    }
}
