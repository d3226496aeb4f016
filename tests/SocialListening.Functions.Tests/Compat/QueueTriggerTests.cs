using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Runtime;
using Microsoft.Extensions.DependencyInjection;
using SocialListening.Queues;

#pragma warning disable CA1822 // Functions are instance methods like those of the product.

namespace SocialListening.Functions.Tests.Compat;

public sealed class QueueTriggerTests
{
    private const string Settings = """
        { "extensions": { "queues": { "batchSize": 4, "newBatchThreshold": 2, "visibilityTimeout": "00:00:30", "maxDequeueCount": 3, "maxPollingInterval": "00:00:01" } } }
        """;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private readonly ManualTime _time = new(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));
    private readonly MemoryQueues _queues;

    public QueueTriggerTests()
    {
        _queues = new MemoryQueues(_time);
    }

    [Fact]
    public async Task Message_Handled_IsDecodedAndDeleted()
    {
        await using var app = await StartAsync(typeof(Notes));
        await SendAsync("work", "héllo");
        await Eventually.TrueAsync(() => _queues.Texts("work").Count == 0, "the message is deleted");
        Assert.Equal(["héllo (delivery 1)"], app.Recorder.Notes);
    }

    [Fact]
    public async Task Message_Failed_ComesAgainAfterTheVisibilityTimeout()
    {
        await using var app = await StartAsync(typeof(Fails));
        await SendAsync("work", "bad");
        await Eventually.TrueAsync(() => _queues.First("work")?.NextVisibleAt == _time.GetUtcNow().AddSeconds(30), "the message is shown again later");
        await Eventually.SettleAsync();
        Assert.Single(app.Recorder.Notes);
        _time.Advance(TimeSpan.FromSeconds(30));
        await Eventually.TrueAsync(() => app.Recorder.Notes.Count == 2, "the second delivery");
        Assert.Empty(_queues.Texts("work-poison"));
    }

    [Fact]
    public async Task Message_FailedMaxDequeueCountTimes_MovesToThePoisonQueueAsItWas()
    {
        await using var app = await StartAsync(typeof(Fails));
        await SendAsync("work", "bad");
        for (var delivery = 1; delivery <= 3; delivery++)
        {
            await Eventually.TrueAsync(() => app.Recorder.Notes.Count == delivery, "the next delivery");
            await Eventually.TrueAsync(() => _queues.First("work")?.NextVisibleAt != _time.GetUtcNow() + Lease, "the message is released");
            _time.Advance(TimeSpan.FromSeconds(30));
        }

        await Eventually.TrueAsync(() => _queues.Texts("work").Count == 0, "the message is gone");
        Assert.Equal([QueueText.Encode("bad")], _queues.Texts("work-poison"));
        Assert.Equal(3, app.Recorder.Notes.Count);
        Assert.Contains(app.Log.Lines, l => l.StartsWith("Warning", StringComparison.Ordinal) && l.Contains("failed 3 times", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Log.Lines, l => l.Contains(QueueText.Encode("bad"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Message_DeliveredTooOften_MovesToThePoisonQueueWithoutACall()
    {
        await SendAsync("work", "crasher");
        for (var i = 0; i < 3; i++)
        {
            await _queues.ReceiveAsync("work", 1, TimeSpan.FromSeconds(1), CancellationToken.None);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        await using var app = await StartAsync(typeof(Notes));
        await Eventually.TrueAsync(() => _queues.Texts("work-poison").Count == 1, "the message is moved");
        Assert.Empty(app.Recorder.Notes);
    }

    [Fact]
    public async Task Message_ThatIsNoBase64_MovesToThePoisonQueueWithoutACall()
    {
        await using var app = await StartAsync(typeof(Notes));
        await _queues.SendAsync("work", ["{ plain }"], TimeSpan.Zero, CancellationToken.None);
        await Eventually.TrueAsync(() => _queues.Texts("work-poison").Count == 1, "the message is moved");
        Assert.Equal(["{ plain }"], _queues.Texts("work-poison"));
        Assert.Empty(app.Recorder.Notes);
    }

    [Fact]
    public async Task Message_WithPlainEncodingSet_IsTakenAsItIs()
    {
        await using var app = await StartAsync(typeof(Notes), """{ "extensions": { "queues": { "messageEncoding": "none" } } }""");
        await _queues.SendAsync("work", ["{ plain }"], TimeSpan.Zero, CancellationToken.None);
        await Eventually.TrueAsync(() => app.Recorder.Notes.Count == 1, "the call");
        Assert.Equal("{ plain } (delivery 1)", app.Recorder.Notes[0]);
    }

    [Fact]
    public async Task Message_OfAPoisonQueueThatFails_StaysHiddenForItsLease()
    {
        await using var app = await StartAsync(typeof(Poisoned));
        await SendAsync("work-poison", "bad");
        await Eventually.TrueAsync(() => app.Log.Lines.Any(l => l.Contains("stays hidden", StringComparison.Ordinal)), "it is left");
        Assert.Equal(_time.GetUtcNow() + Lease, _queues.First("work-poison")!.NextVisibleAt);
        Assert.Empty(_queues.Texts("work-poison-poison"));
    }

    [Fact]
    public async Task Messages_Many_RunAtMostBatchPlusThresholdAtOnce()
    {
        await using var app = await StartAsync(typeof(Held));
        await SendAsync("work", [.. Enumerable.Range(0, 9).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
        await Eventually.TrueAsync(() => app.Recorder.Running == 4, "a whole batch runs");
        await Eventually.SettleAsync();
        Assert.Equal(4, app.Recorder.Running);

        app.Recorder.Open("0");
        await Eventually.SettleAsync();
        Assert.Equal(3, app.Recorder.Running);
        app.Recorder.Open("1");
        await Eventually.TrueAsync(() => app.Recorder.Running == 6, "with two left the next batch is taken");
        await Eventually.SettleAsync();
        Assert.Equal(6, app.Recorder.MostAtOnce);

        for (var i = 2; i < 9; i++)
        {
            app.Recorder.Open(i.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        await Eventually.TrueAsync(() => _queues.Texts("work").Count == 0, "all are done");
        Assert.Equal(6, app.Recorder.MostAtOnce);
        Assert.All(_queues.Receives, r => Assert.Equal(4, r.Asked));
    }

    [Fact]
    public async Task Message_OfALongFunction_IsRenewedAtHalfItsLeaseAndThenDeleted()
    {
        await using var app = await StartAsync(typeof(Held));
        await SendAsync("work", "long");
        for (var renewal = 1; renewal <= 3; renewal++)
        {
            await Eventually.TrueAsync(() => app.Recorder.Running == 1 && _time.Waiting == 3, "the function runs; two time limits and a renewal are armed");
            _time.Advance(Lease / 2);
            await Eventually.TrueAsync(() => _queues.Renewals == renewal, "the message is renewed");
        }

        Assert.Equal(_time.GetUtcNow() + Lease, _queues.First("work")!.NextVisibleAt);
        app.Recorder.Open("long");
        await Eventually.TrueAsync(() => _queues.Texts("work").Count == 0, "the message is deleted by its newest receipt");
        Assert.Equal(1, _queues.Receives.Sum(r => r.Given));
    }

    [Fact]
    public async Task Queue_ThatStaysEmpty_IsLookedAtEverMoreRarely()
    {
        await using var app = await StartAsync(typeof(Notes));
        await Eventually.TrueAsync(() => _queues.Waits.Count >= 8, "several looks");
        var waits = _queues.Waits.Take(8).ToArray();
        Assert.Equal(TimeSpan.FromMilliseconds(100), waits[0]);
        Assert.Equal(waits.Order(), waits);
        Assert.InRange(waits[1], TimeSpan.FromMilliseconds(180), TimeSpan.FromMilliseconds(220));
        Assert.Equal(TimeSpan.FromSeconds(1), waits[7]);
    }

    [Fact]
    public async Task Queue_ThatCannotBeRead_IsTriedAgain()
    {
        _queues.NextFailure = new IOException("down on purpose");
        await using var app = await StartAsync(typeof(Notes));
        await SendAsync("work", "later");
        await Eventually.TrueAsync(() => _time.Waiting == 1, "a pause is armed");
        _time.Advance(TimeSpan.FromMilliseconds(100));
        await Eventually.TrueAsync(() => app.Recorder.Notes.Count == 1, "the message is handled after all");
        Assert.Contains(app.Log.Lines, l => l.Contains("'work' could not be read", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Parameters_BytesAndJson_AreRead()
    {
        await using var app = await StartAsync(typeof(Typed));
        await SendAsync("bytes", "abc");
        await SendAsync("orders", """{ "NAME": "Ana", "count": 2 }""");
        await Eventually.TrueAsync(() => app.Recorder.Notes.Count == 2, "both calls");
        Assert.Equal(["3 bytes", "Ana x 2"], app.Recorder.Notes.Order());
    }

    [Fact]
    public async Task Parameter_ThatIsNoJson_FailsTheMessage()
    {
        await using var app = await StartAsync(typeof(Typed));
        await SendAsync("orders", "not json");
        await Eventually.TrueAsync(() => app.Log.Lines.Any(l => l.StartsWith("Error Function.Order", StringComparison.Ordinal)), "the failure is logged");
        Assert.Empty(app.Recorder.Notes);
    }

    [Fact]
    public async Task Output_OfAFunctionThatSucceeds_IsSentEncoded()
    {
        await using var app = await StartAsync(typeof(Outputs));
        await SendAsync("in", "a,b");
        await Eventually.TrueAsync(() => _queues.Texts("in").Count == 0, "the message is handled");
        Assert.Equal([QueueText.Encode("a"), QueueText.Encode("b")], _queues.Texts("out"));
        Assert.Equal([QueueText.Encode("""{"Parts":2}""")], _queues.Texts("summary"));
    }

    [Fact]
    public async Task Stop_WithAMessageUnderWay_FinishesIt()
    {
        var app = await StartAsync(typeof(Held));
        await SendAsync("work", "last");
        await Eventually.TrueAsync(() => app.Recorder.Running == 1, "the function runs");
        var stop = app.StopAsync();
        await SendAsync("work", "too late");
        await Eventually.SettleAsync();
        Assert.False(stop.IsCompleted);
        app.Recorder.Open("last");
        await stop;
        Assert.Equal([QueueText.Encode("too late")], _queues.Texts("work"));
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Stop_WithAMessageThatTakesTooLong_CancelsItAndShowsItAgain()
    {
        var app = await StartAsync(typeof(Held));
        await SendAsync("work", "endless");
        await Eventually.TrueAsync(() => app.Recorder.Running == 1, "the function runs");
        var stop = app.StopAsync();
        await Eventually.TrueAsync(() => _time.Waiting == 4, "two time limits, renewal and grace are armed");
        _time.Advance(TimeSpan.FromSeconds(30));
        await stop;
        Assert.Equal(0, app.Recorder.Running);
        Assert.Equal(_time.GetUtcNow().AddSeconds(30), _queues.First("work")!.NextVisibleAt);
        Assert.Contains(app.Log.Lines, l => l.Contains("did not end within", StringComparison.Ordinal));
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Function_BeyondItsTimeLimit_IsCancelledAndFails()
    {
        await using var app = await StartAsync(typeof(Held), """{ "functionTimeout": "00:01:00" }""");
        await SendAsync("work", "slow");
        await Eventually.TrueAsync(() => app.Recorder.Running == 1, "the function runs");
        _time.Advance(TimeSpan.FromMinutes(1));
        await Eventually.TrueAsync(() => app.Log.Lines.Any(l => l.Contains("was cancelled after its time limit", StringComparison.Ordinal)), "the limit is logged");
        Assert.Single(_queues.Texts("work"));
    }

    [Fact]
    public async Task Function_ThatIgnoresItsTimeLimit_CountsAsFailedAndIsLeftAlone()
    {
        await using var app = await StartAsync(typeof(Stubborn), """{ "functionTimeout": "00:01:00" }""");
        await SendAsync("work", "slow");
        await Eventually.TrueAsync(() => app.Recorder.Running == 1, "the function runs");
        _time.Advance(TimeSpan.FromMinutes(1) + TimeSpan.FromSeconds(5));
        await Eventually.TrueAsync(() => app.Log.Lines.Any(l => l.StartsWith("Critical", StringComparison.Ordinal)), "it is given up");
        app.Recorder.Open("slow");
    }

    private Task<RunningApp> StartAsync(Type functions, string hostJson = Settings) => RunningApp.StartAsync(
        [functions],
        b =>
        {
            b.Services.AddSingleton<IQueueTransport>(_queues);
            b.Services.AddSingleton(new HostClock(_time));
        },
        hostJson);

    private Task SendAsync(string queue, params string[] texts) =>
        _queues.SendAsync(queue, Array.ConvertAll(texts, QueueText.Encode), TimeSpan.Zero, CancellationToken.None);

    public sealed class Notes(Recorder recorder)
    {
        [Function("Notes")]
        public Task RunAsync([QueueTrigger("work", Connection = "QueueStorage")] string message, FunctionContext context)
        {
            recorder.Note($"{message} (delivery {context.BindingContext.BindingData["DequeueCount"]})");
            return Task.CompletedTask;
        }
    }

    public sealed class Fails(Recorder recorder)
    {
        [Function("Fails")]
        public Task RunAsync([QueueTrigger("work")] string message, int dequeueCount)
        {
            recorder.Note($"delivery {dequeueCount}");
            throw new InvalidOperationException("fails on purpose");
        }
    }

    public sealed class Poisoned
    {
        [Function("Poisoned")]
        public Task RunAsync([QueueTrigger("work-poison")] string message) => throw new InvalidOperationException("fails on purpose");
    }

    public sealed class Held(Recorder recorder)
    {
        [Function("Held")]
        public Task RunAsync([QueueTrigger("work")] string message, CancellationToken cancellationToken) => recorder.HoldAsync(message, cancellationToken);
    }

    public sealed class Stubborn(Recorder recorder)
    {
        [Function("Stubborn")]
        public Task RunAsync([QueueTrigger("work")] string message) => recorder.HoldAsync(message, CancellationToken.None);
    }

    public sealed class Typed(Recorder recorder)
    {
        [Function("Bytes")]
        public void Bytes([QueueTrigger("bytes")] byte[] message) => recorder.Note($"{message.Length} bytes");

        [Function("Order")]
        public void Order([QueueTrigger("orders")] Order order) => recorder.Note($"{order.Name} x {order.Count}");
    }

    public sealed record Order(string Name, int Count);

    public sealed class Outputs
    {
        [Function("Split")]
        public Split Run([QueueTrigger("in")] string message) => new(message.Split(','), new Summary(message.Split(',').Length), null);
    }

    public sealed record Summary(int Parts);

    public sealed record Split(
        [property: QueueOutput("out")] IReadOnlyList<string> Parts,
        [property: QueueOutput("summary")] Summary Summary,
        [property: QueueOutput("nothing")] string? Nothing);
}
