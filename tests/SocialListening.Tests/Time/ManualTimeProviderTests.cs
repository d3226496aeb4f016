namespace SocialListening.Tests.Time;

public sealed class ManualTimeProviderTests
{
    [Fact]
    public void Advance_OverSeveralTimers_FiresThemInOrderAtTheirOwnTime()
    {
        var clock = new ManualTimeProvider();
        var start = clock.GetUtcNow();
        var fired = new List<(string Name, TimeSpan At)>();
        using var late = clock.CreateTimer(_ => fired.Add(("late", clock.GetUtcNow() - start)), null, TimeSpan.FromSeconds(9), Timeout.InfiniteTimeSpan);
        using var early = clock.CreateTimer(_ => fired.Add(("early", clock.GetUtcNow() - start)), null, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(4));

        clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(
            [("early", TimeSpan.FromSeconds(4)), ("early", TimeSpan.FromSeconds(8)), ("late", TimeSpan.FromSeconds(9))],
            fired);
        Assert.Equal(start + TimeSpan.FromSeconds(10), clock.GetUtcNow());
        Assert.Equal(1, clock.PendingTimers);
    }

    [Fact]
    public void Advance_AfterDispose_DoesNotFire()
    {
        var clock = new ManualTimeProvider();
        var fired = 0;
        var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        timer.Dispose();

        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(0, fired);
        Assert.False(timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan));
    }

    [Fact]
    public async Task RunAsync_CodeThatWaitsAnHour_EndsAtOnceAnHourLater()
    {
        var clock = new ManualTimeProvider();
        var start = clock.GetUtcNow();

        var end = await clock.RunAsync(WaitAsync());

        Assert.Equal(start + TimeSpan.FromHours(1), end);

        async Task<DateTimeOffset> WaitAsync()
        {
            await Task.Delay(TimeSpan.FromMinutes(20), clock);
            await Task.Delay(TimeSpan.FromMinutes(40), clock);
            return clock.GetUtcNow();
        }
    }
}
