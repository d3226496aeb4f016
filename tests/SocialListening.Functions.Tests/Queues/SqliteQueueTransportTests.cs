using SocialListening.Functions.Embedded;
using SocialListening.Functions.Tests.Storage;
using SocialListening.Queues;

namespace SocialListening.Functions.Tests.Queues;

public sealed class SqliteQueueTransportTests : QueueTransportSuite, IDisposable
{
    private readonly SqliteBackend _backend = new();
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task Reopen_LeasedMessages_AreVisibleAgainInTheirPlace()
    {
        await Transport.SendAsync("work", ["a", "b"], TimeSpan.Zero, default);
        var dead = Assert.Single(await Transport.ReceiveAsync("work", 1, TimeSpan.FromDays(1), default));
        Reopen();

        var again = await Transport.ReceiveAsync("work", 32, TimeSpan.FromSeconds(30), default);

        Assert.Equal([("a", 2), ("b", 1)], again.Select(message => (message.Text, message.DequeueCount)));
        Assert.False(await Transport.DeleteAsync("work", dead, default));
    }

    [Fact]
    public async Task Reopen_DelayedMessage_StaysHidden()
    {
        await Transport.SendAsync("work", ["later"], TimeSpan.FromHours(1), default);
        Reopen();

        Assert.Empty(await Transport.ReceiveAsync("work", 1, TimeSpan.FromSeconds(30), default));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Single(await Transport.ReceiveAsync("work", 1, TimeSpan.FromSeconds(30), default));
    }

    [Fact]
    public async Task Receive_AfterSevenDays_FindsNothing()
    {
        await Transport.SendAsync("work", ["old"], TimeSpan.Zero, default);
        var message = Assert.Single(await Transport.ReceiveAsync("work", 1, TimeSpan.FromSeconds(1), default));
        Assert.Equal(TimeSpan.FromDays(7), message.ExpiresAt - message.InsertedAt);
        _clock.Advance(TimeSpan.FromDays(7));

        Assert.Empty(await Transport.ReceiveAsync("work", 1, TimeSpan.FromSeconds(1), default));
        Assert.Empty(await Transport.PeekAsync("work", 1, default));
        Assert.Null(await Transport.RenewAsync("work", message, TimeSpan.FromSeconds(1), default));
        Assert.Equal(new QueueDepth(0, null), await Transport.GetDepthAsync("work", default));
    }

    [Fact]
    public async Task Send_HoursLater_RemovesExpiredMessagesFromTheFile()
    {
        await Transport.SendAsync("work", ["old"], TimeSpan.Zero, default);
        _clock.Advance(TimeSpan.FromDays(8));
        await Transport.SendAsync("other", ["new"], TimeSpan.Zero, default);

        var left = await _backend.Database.ReadAsync(session => (session.Scalar("SELECT count(*) FROM message"), session.Scalar("SELECT group_concat(text) FROM message_text")), default);
        Assert.Equal((1L, "new"), left);
    }

    [Fact]
    public async Task WaitForArrival_MessageSent_EndsTheWait()
    {
        var waiting = Transport.WaitForArrivalAsync("work", TimeSpan.FromHours(1), default);
        var other = Transport.WaitForArrivalAsync("other", TimeSpan.FromHours(1), default);
        Assert.False(waiting.IsCompleted);

        await Transport.SendAsync("work", ["a"], TimeSpan.Zero, default);

        await waiting.WaitAsync(TimeSpan.FromSeconds(90));
        Assert.False(other.IsCompleted);
    }

    [Fact]
    public async Task WaitForArrival_MessageAlreadyThere_EndsAtOnce()
    {
        await Transport.SendAsync("work", ["a"], TimeSpan.Zero, default);

        await Transport.WaitForArrivalAsync("work", TimeSpan.FromHours(1), default).WaitAsync(TimeSpan.FromSeconds(90));
    }

    [Fact]
    public async Task WaitForArrival_HiddenMessageBecomesVisible_EndsThen()
    {
        await Transport.SendAsync("work", ["a"], TimeSpan.FromMinutes(1), default);
        var waiting = Transport.WaitForArrivalAsync("work", TimeSpan.FromHours(1), default);
        Assert.False(waiting.IsCompleted);
        _clock.Advance(TimeSpan.FromMinutes(1));

        await waiting.WaitAsync(TimeSpan.FromSeconds(90));
    }

    [Fact]
    public async Task WaitForArrival_OnlyExpiredMessages_KeepsWaiting()
    {
        await Transport.SendAsync("work", ["a"], TimeSpan.Zero, default);
        _clock.Advance(TimeSpan.FromDays(7));

        var waiting = Transport.WaitForArrivalAsync("work", TimeSpan.FromHours(1), default);

        Assert.False(waiting.IsCompleted);
        _clock.Advance(TimeSpan.FromHours(1));
        await waiting.WaitAsync(TimeSpan.FromSeconds(90));
    }

    public override Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _backend.Dispose();

    protected override Task OpenAsync()
    {
        Transport = new SqliteQueueTransport(_backend.Database, _clock);
        return Task.CompletedTask;
    }

    protected override Task PassAsync(TimeSpan time)
    {
        _clock.Advance(time);
        return Task.CompletedTask;
    }

    private void Reopen()
    {
        _backend.Reopen();
        Transport = new SqliteQueueTransport(_backend.Database, _clock);
    }
}
