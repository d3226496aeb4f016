using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Azure.Functions.Worker.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SocialListening.Queues;

#pragma warning disable CA1822 // Functions are instance methods like those of the product.

namespace SocialListening.Functions.Tests.Compat;

public sealed class InvocationTests
{
    private readonly MemoryQueues _queues = new(TimeProvider.System);

    [Fact]
    public async Task Invocations_EachHaveTheirOwnScopeContextAndInstance()
    {
        await using var app = await StartAsync([typeof(Scoped)]);
        await SendAsync("work", "1", "2");
        await Eventually.TrueAsync(() => app.Recorder.Notes.Count == 4, "two calls, two disposals");

        var calls = app.Recorder.Notes.Where(n => n.StartsWith("call", StringComparison.Ordinal)).Select(n => n.Split(' ')).ToArray();
        Assert.Equal(2, calls.Select(c => c[1]).Distinct().Count());
        Assert.All(calls, c => Assert.True(Guid.TryParse(c[2], out _)));
        Assert.Equal(2, calls.Select(c => c[2]).Distinct().Count());
        Assert.Equal(2, app.Recorder.Notes.Count(n => n == "scope closed"));
    }

    [Fact]
    public async Task Context_DescribesTheFunction()
    {
        await using var app = await StartAsync([typeof(Describes)]);
        await SendAsync("work", "x");
        await Eventually.TrueAsync(() => app.Recorder.Notes.Count == 1, "the call");
        Assert.Equal($"Describes|{typeof(Describes).FullName}.Run|queueTrigger|x|0 of 0", app.Recorder.Notes[0]);
        Assert.Contains(app.Log.Lines, l => l == "Information Mine: hello");
    }

    [Fact]
    public async Task Middleware_RunsInOrderAroundTheFunctionAndSharesItems()
    {
        await using var app = await StartAsync([typeof(ReadsItem)], b =>
        {
            b.UseMiddleware<Outer>();
            b.UseMiddleware(async (context, next) =>
            {
                var recorder = context.InstanceServices.GetRequiredService<Recorder>();
                recorder.Note("inner before");
                await next();
                recorder.Note("inner after");
            });
            b.UseWhen<Never>(_ => false);
        });
        await SendAsync("work", "x");
        await Eventually.TrueAsync(() => app.Recorder.Notes.Count == 5, "all steps");
        Assert.Equal(["outer before", "inner before", "function sees from outer", "inner after", "outer after"], app.Recorder.Notes);
    }

    [Fact]
    public async Task Middleware_ThatSwallowsTheFailure_MakesTheMessageDone()
    {
        await using var app = await StartAsync([typeof(Throws)], b => b.UseMiddleware(async (context, next) =>
        {
            try
            {
                await next();
            }
            catch (InvalidOperationException)
            {
                context.InstanceServices.GetRequiredService<Recorder>().Note("swallowed");
            }
        }));
        await SendAsync("work", "x");
        await Eventually.TrueAsync(() => _queues.Texts("work").Count == 0, "the message is deleted");
        Assert.Equal(["swallowed"], app.Recorder.Notes);
    }

    [Fact]
    public async Task Start_WithSeveralBrokenFunctions_NamesThemAllAndStartsNone()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync([typeof(Throws), typeof(FunctionScannerTests.NoTrigger), typeof(FunctionScannerTests.HttpPlain)]));
        Assert.Contains("'NoTrigger'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'HttpPlain'", error.Message, StringComparison.Ordinal);
        Assert.Empty(_queues.Receives);
    }

    [Fact]
    public async Task Start_WithQueueTriggerButNoTransport_SaysSo()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => RunningApp.StartAsync([typeof(Throws)]));
        Assert.Contains(nameof(IQueueTransport), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_ThatFailsLate_StopsWhatWasStarted()
    {
        await using var other = await RunningApp.StartAsync([typeof(Site)], b => b.ConfigureFunctionsWebApplication());
        using var client = other.Client();
        await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(
            [typeof(Throws), typeof(Site)],
            b =>
            {
                b.ConfigureFunctionsWebApplication();
                b.Configuration["Http:Port"] = client.BaseAddress!.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }));
        var looks = _queues.Receives.Count;
        await Eventually.SettleAsync();
        Assert.Equal(looks, _queues.Receives.Count);
    }

    [Fact]
    public async Task Start_WithoutFunctions_WarnsOnly()
    {
        await using var app = await RunningApp.StartAsync([]);
        Assert.Contains(app.Log.Lines, l => l.StartsWith("Warning", StringComparison.Ordinal) && l.Contains("No functions found", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Functions_StartAfterAndStopBeforeOtherHostedServices()
    {
        await SendAsync("work", "x");
        var app = await StartAsync([typeof(AfterService)], b =>
        {
            b.Services.AddSingleton<Slow>();
            b.Services.AddHostedService(p => p.GetRequiredService<Slow>());
        });
        await Eventually.TrueAsync(() => app.Recorder.Notes.Count == 1, "the call");
        Assert.Equal(["service started: True"], app.Recorder.Notes);
        await app.DisposeAsync();
    }

    [Fact]
    public void BackoffDelay_GrowsFromLeastToGreatestAndStartsOver()
    {
        var delays = new BackoffDelay(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10), new Random(1));
        Assert.Equal(TimeSpan.FromSeconds(1), delays.Next(hit: false));
        foreach (var middle in (double[])[2, 3, 5, 9])
        {
            Assert.InRange(delays.Next(hit: false).TotalSeconds, middle - (0.2 * (middle - 1)) - 0.001, middle + (0.2 * (middle - 1)) + 0.001);
        }

        Assert.Equal(TimeSpan.FromSeconds(10), delays.Next(hit: false));
        Assert.Equal(TimeSpan.FromSeconds(10), delays.Next(hit: false));
        Assert.Equal(TimeSpan.FromSeconds(1), delays.Next(hit: true));
        Assert.InRange(delays.Next(hit: false).TotalSeconds, 1.799, 2.201);
    }

    private Task<RunningApp> StartAsync(Type[] functions, Action<FunctionsApplicationBuilder>? configure = null) =>
        RunningApp.StartAsync(functions, b =>
        {
            b.Services.AddSingleton<IQueueTransport>(_queues);
            b.Services.AddScoped<Scope>();
            configure?.Invoke(b);
        });

    private Task SendAsync(string queue, params string[] texts) =>
        _queues.SendAsync(queue, Array.ConvertAll(texts, QueueText.Encode), TimeSpan.Zero, CancellationToken.None);

    public sealed class Scope(Recorder recorder) : IDisposable
    {
        public Guid Id { get; } = Guid.NewGuid();

        public void Dispose() => recorder.Note("scope closed");
    }

    public sealed class Scoped(Scope scope, Recorder recorder)
    {
        [Function("Scoped")]
        public void Run([QueueTrigger("work")] string message, FunctionContext context)
        {
            Assert.Same(scope, context.InstanceServices.GetRequiredService<Scope>());
            recorder.Note($"call {scope.Id} {context.InvocationId}");
        }
    }

    public sealed class Describes(Recorder recorder)
    {
        [Function("Describes")]
        public void Run([QueueTrigger("work")] string message, FunctionContext context)
        {
            context.GetLogger("Mine").LogInformation("hello");
            var definition = context.FunctionDefinition;
            Assert.Equal(definition.Id, context.FunctionId);
            recorder.Note(string.Join('|',
                definition.Name,
                definition.EntryPoint,
                definition.InputBindings["message"].Type,
                context.BindingContext.BindingData["queueTrigger"],
                $"{context.RetryContext.RetryCount} of {context.RetryContext.MaxRetryCount}"));
        }
    }

    public sealed class ReadsItem(Recorder recorder)
    {
        [Function("ReadsItem")]
        public Task RunAsync([QueueTrigger("work")] string message, FunctionContext context)
        {
            recorder.Note($"function sees {context.Items["note"]}");
            return Task.CompletedTask;
        }
    }

    public sealed class Throws
    {
        [Function("Throws")]
        public Task RunAsync([QueueTrigger("work")] string message) => throw new InvalidOperationException("fails on purpose");
    }

    public sealed class Site
    {
        [Function("Site")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.Ok();
    }

    public sealed class AfterService(Recorder recorder, Slow service)
    {
        [Function("AfterService")]
        public void Run([QueueTrigger("work")] string message) => recorder.Note($"service started: {service.Started}");
    }

    public sealed class Slow : IHostedService
    {
        public bool Started { get; private set; }

        public async Task StartAsync(CancellationToken cancellationToken)
        {
            await Eventually.SettleAsync();
            Started = true;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class Outer(Recorder recorder) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            recorder.Note("outer before");
            context.Items["note"] = "from outer";
            await next(context);
            recorder.Note("outer after");
        }
    }

    private sealed class Never : IFunctionsWorkerMiddleware
    {
        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next) => throw new InvalidOperationException("never called");
    }
}
