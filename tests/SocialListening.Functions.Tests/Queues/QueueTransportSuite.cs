using SocialListening.Queues;

namespace SocialListening.Functions.Tests.Queues;

/// <summary>
/// What every queue transport keeps to, whatever its backend. The suite waits through <see cref="PassAsync"/>: a fake clock
/// jumps, a remote service is really waited for.
/// </summary>
public abstract partial class QueueTransportSuite : IAsyncLifetime
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private protected IQueueTransport Transport { get; set; } = null!;

    /// <summary>The name of the test's own queue.</summary>
    protected string Queue { get; private set; } = string.Empty;

    [BackendFact]
    public async Task Receive_SentMessages_ComeOldestFirstAndOnce()
    {
        await Send("a", "b", "c");

        var first = await Receive(2);
        var second = await Receive(32);

        Assert.Equal(["a", "b"], first.Select(message => message.Text));
        Assert.Equal(["c"], second.Select(message => message.Text));
        Assert.All(first.Concat(second), message => Assert.Equal(1, message.DequeueCount));
        Assert.Equal(3, first.Concat(second).Select(message => message.Id).Distinct().Count());
        Assert.Empty(await Receive(32));
    }

    [BackendFact]
    public async Task Receive_FromAQueueNeverUsed_IsEmpty()
    {
        Assert.Empty(await Receive(1));
        Assert.Empty(await Transport.PeekAsync(Queue, 1, default));
        Assert.Equal(new QueueDepth(0, null), await Transport.GetDepthAsync(Queue, default));
    }

    [BackendFact]
    public async Task Receive_FromOneQueue_LeavesOthersAlone()
    {
        await Send("a");
        var other = Queue + "-poison";

        Assert.Empty(await Transport.ReceiveAsync(other, 32, Lease, default));
        Assert.Single(await Receive(1));
    }

    [BackendFact]
    public async Task Receive_AfterTheLeaseRanOut_DeliversAnewWithHigherCount()
    {
        await Send("a");
        var first = Assert.Single(await Receive(1, Second));
        await PassAsync(TimeSpan.FromSeconds(2));

        var again = Assert.Single(await Receive(1));

        Assert.Equal((first.Id, 2), (again.Id, again.DequeueCount));
        Assert.NotEqual(first.Receipt, again.Receipt);
        Assert.Equal(first.InsertedAt, again.InsertedAt);
    }

    [BackendFact]
    public async Task Delete_WithTheLatestReceipt_RemovesForGood()
    {
        await Send("a");
        var message = Assert.Single(await Receive(1, Second));

        Assert.True(await Transport.DeleteAsync(Queue, message, default));
        Assert.False(await Transport.DeleteAsync(Queue, message, default));

        await PassAsync(TimeSpan.FromSeconds(2));
        Assert.Empty(await Receive(1));
    }

    [BackendFact]
    public async Task Delete_WithAnOldReceipt_ChangesNothing()
    {
        await Send("a");
        var first = Assert.Single(await Receive(1, Second));
        await PassAsync(TimeSpan.FromSeconds(2));
        var second = Assert.Single(await Receive(1));

        Assert.False(await Transport.DeleteAsync(Queue, first, default));
        Assert.Null(await Transport.RenewAsync(Queue, first, Lease, default));

        Assert.True(await Transport.DeleteAsync(Queue, second, default));
    }

    [BackendFact]
    public async Task Delete_AfterTheLeaseRanOutButNotRedelivered_Removes()
    {
        await Send("a");
        var message = Assert.Single(await Receive(1, Second));
        await PassAsync(TimeSpan.FromSeconds(2));

        Assert.True(await Transport.DeleteAsync(Queue, message, default));
        Assert.Empty(await Receive(1));
    }

    [BackendFact]
    public async Task Renew_BeforeTheLeaseEnds_KeepsItHiddenAndReplacesTheReceipt()
    {
        await Send("a");
        var message = Assert.Single(await Receive(1, TimeSpan.FromSeconds(2)));

        var renewed = await Transport.RenewAsync(Queue, message, Lease, default);

        Assert.NotNull(renewed);
        Assert.Equal((message.Id, message.Text, message.DequeueCount), (renewed.Id, renewed.Text, renewed.DequeueCount));
        Assert.True(renewed.NextVisibleAt > message.NextVisibleAt);
        await PassAsync(TimeSpan.FromSeconds(3));
        Assert.Empty(await Receive(1));
        Assert.False(await Transport.DeleteAsync(Queue, message, default));
        Assert.True(await Transport.DeleteAsync(Queue, renewed, default));
    }

    [BackendFact]
    public async Task Renew_WithZero_MakesItVisibleAtOnce()
    {
        await Send("a");
        var message = Assert.Single(await Receive(1));

        Assert.NotNull(await Transport.RenewAsync(Queue, message, TimeSpan.Zero, default));

        var again = Assert.Single(await Receive(1));
        Assert.Equal((message.Id, 2, "a"), (again.Id, again.DequeueCount, again.Text));
    }

    [BackendFact]
    public async Task Renew_DeletedMessage_IsRefused()
    {
        await Send("a");
        var message = Assert.Single(await Receive(1));
        await Transport.DeleteAsync(Queue, message, default);

        Assert.Null(await Transport.RenewAsync(Queue, message, Lease, default));
    }

    [BackendFact]
    public async Task Send_WithDelay_StaysHiddenUntilThen()
    {
        await Transport.SendAsync(Queue, ["later"], TimeSpan.FromSeconds(2), default);
        await Send("now");

        Assert.Equal(["now"], (await Receive(32)).Select(message => message.Text));
        Assert.Equal(2, (await Transport.GetDepthAsync(Queue, default)).Messages);
        await PassAsync(TimeSpan.FromSeconds(3));
        Assert.Equal(["later"], (await Receive(32)).Select(message => message.Text));
    }

    [BackendFact]
    public async Task Peek_VisibleMessages_NeitherHidesNorCounts()
    {
        await Send("a", "b");

        var peeked = await Transport.PeekAsync(Queue, 32, default);

        Assert.Equal([("a", 0, ""), ("b", 0, "")], peeked.Select(message => (message.Text, message.DequeueCount, message.Receipt)));
        Assert.Equal([1, 1], (await Receive(32)).Select(message => message.DequeueCount));
        Assert.Empty(await Transport.PeekAsync(Queue, 32, default));
    }

    [BackendFact]
    public async Task Delete_PeekedMessage_IsRefused()
    {
        await Send("a");
        var peeked = Assert.Single(await Transport.PeekAsync(Queue, 1, default));

        Assert.False(await Transport.DeleteAsync(Queue, peeked, default));
        Assert.Null(await Transport.RenewAsync(Queue, peeked, Lease, default));
        Assert.Single(await Receive(1));
    }

    [BackendFact]
    public async Task GetDepth_CountsHiddenOnesToo()
    {
        await Send("a", "b", "c");
        var taken = await Receive(1);

        var depth = await Transport.GetDepthAsync(Queue, default);

        Assert.Equal(3, depth.Messages);
        Assert.NotNull(depth.OldestInsertedAt);
        await Transport.DeleteAsync(Queue, taken[0], default);
        await Receive(32);
        Assert.Equal(new QueueDepth(2, null), await Transport.GetDepthAsync(Queue, default));
    }

    [BackendFact]
    public async Task Send_NothingAtAll_SendsNothing()
    {
        await Send();

        Assert.Equal(0, (await Transport.GetDepthAsync(Queue, default)).Messages);
    }

    [BackendFact]
    public async Task Send_HostileText_ComesBackUnchanged()
    {
        string[] texts = ["👩‍🚒🔥", "مرحبا \u202Eabc\u202C", "nul \0 inside", "<QueueMessage>&amp;</QueueMessage>", "\u0001\u001f", ""];
        await Send(texts.Select(QueueText.Encode).ToArray());

        var received = await Receive(32);

        Assert.Equal(texts, received.Select(message => QueueText.TryDecode(message.Text, out var text) ? text : "?"));
    }

    [BackendFact]
    public async Task Send_64KiB_IsTheMost()
    {
        await Send(new string('a', 64 * 1024));
        await Assert.ThrowsAsync<ArgumentException>(() => Send("small", new string('a', (64 * 1024) + 1)));
        await Assert.ThrowsAsync<ArgumentException>(() => Send(new string('é', (32 * 1024) + 1)));

        Assert.Equal(64 * 1024, Assert.Single(await Receive(32)).Text.Length);
    }

    [BackendTheory]
    [InlineData("ab")]
    [InlineData("Upper")]
    [InlineData("under_score")]
    [InlineData("-dash")]
    [InlineData("two--dashes")]
    [InlineData("a/b")]
    [InlineData("")]
    public async Task AnyCall_MalformedQueueName_Throws(string queue)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Transport.SendAsync(queue, ["a"], TimeSpan.Zero, default));
        await Assert.ThrowsAsync<ArgumentException>(() => Transport.ReceiveAsync(queue, 1, Lease, default));
        await Assert.ThrowsAsync<ArgumentException>(() => Transport.PeekAsync(queue, 1, default));
        await Assert.ThrowsAsync<ArgumentException>(() => Transport.GetDepthAsync(queue, default));
        await Assert.ThrowsAsync<ArgumentException>(() => Transport.WaitForArrivalAsync(queue, Second, default));
    }

    [BackendTheory]
    [InlineData(0, 30)]
    [InlineData(33, 30)]
    [InlineData(1, 0)]
    [InlineData(1, 604801)]
    public async Task Receive_OutsideItsLimits_Throws(int messages, int seconds) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Transport.ReceiveAsync(Queue, messages, TimeSpan.FromSeconds(seconds), default));

    [BackendFact]
    public async Task Receive_RacingReceivers_DeliverEachMessageOnce()
    {
        const int Messages = 120;
        foreach (var chunk in Enumerable.Range(0, Messages).Select(i => $"{i}").Chunk(20))
        {
            await Send(chunk);
        }

        var receivers = Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            var got = new List<string>();
            while (await Receive(5) is { Count: > 0 } messages)
            {
                foreach (var message in messages)
                {
                    got.Add(message.Text);
                    Assert.True(await Transport.DeleteAsync(Queue, message, default));
                }
            }

            return got;
        }));
        var all = (await Task.WhenAll(receivers)).SelectMany(got => got).ToList();

        Assert.Equal(Messages, all.Count);
        Assert.Equal(Messages, all.Distinct().Count());
        Assert.Equal(0, (await Transport.GetDepthAsync(Queue, default)).Messages);
    }

    [BackendFact]
    public async Task WaitForArrival_Cancelled_EndsAtOnce()
    {
        using var stop = new CancellationTokenSource();
        var waiting = Transport.WaitForArrivalAsync(Queue, TimeSpan.FromHours(1), stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [BackendFact]
    public async Task WaitForArrival_NothingArrives_EndsAfterTheLongestWait()
    {
        var waiting = Transport.WaitForArrivalAsync(Queue, Second, default);
        await PassAsync(TimeSpan.FromSeconds(2));

        await waiting.WaitAsync(TimeSpan.FromSeconds(90));
    }

    public async Task InitializeAsync()
    {
        Queue = $"suite-{Guid.NewGuid():N}";
        if (BackendFactAttribute.ReasonToSkip(GetType()) is null)
        {
            await OpenAsync();
        }
    }

    public abstract Task DisposeAsync();

    protected abstract Task OpenAsync();

    protected abstract Task PassAsync(TimeSpan time);

    private Task Send(params string[] texts) => Transport.SendAsync(Queue, texts, TimeSpan.Zero, default);

    private Task<IReadOnlyList<ReceivedMessage>> Receive(int most, TimeSpan? lease = null) => Transport.ReceiveAsync(Queue, most, lease ?? Lease, default);
}
