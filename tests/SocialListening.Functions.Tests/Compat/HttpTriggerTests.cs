using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SocialListening.Queues;

#pragma warning disable CA1822 // Functions are instance methods like those of the product.

namespace SocialListening.Functions.Tests.Compat;

public sealed class HttpTriggerTests
{
    private static readonly string[] Keys = ["--Host:Keys:Guarded=own", "--Host:Keys:default=all", "--Host:Keys:_master=top"];

    [Fact]
    public async Task Request_ToKnownRoute_BindsRouteValuesAndRunsTheResult()
    {
        await using var app = await StartAsync();
        using var client = app.Client();

        var body = await client.GetFromJsonAsync<Answer>("api/brands/caf%C3%A9/timeline/3?note=hi");

        Assert.Equal(new Answer("café", 3, "hi", null), body);
    }

    [Theory]
    [InlineData("GET", "api/brands/x/timeline/abc", HttpStatusCode.NotFound)]
    [InlineData("GET", "api/none", HttpStatusCode.NotFound)]
    [InlineData("GET", "brands/x/timeline/3", HttpStatusCode.NotFound)]
    [InlineData("POST", "api/brands/x/timeline/3", HttpStatusCode.NotFound)]
    [InlineData("HEAD", "api/brands/x/timeline/3", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "api/Plain", HttpStatusCode.OK)]
    public async Task Request_ToOtherRouteOrMethod_IsNotFound(string method, string path, HttpStatusCode expected)
    {
        await using var app = await StartAsync();
        using var client = app.Client();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await client.SendAsync(request);
        Assert.Equal(expected, response.StatusCode);
        Assert.Empty(response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("api/Guarded", null, HttpStatusCode.Unauthorized)]
    [InlineData("api/Guarded", "wrong", HttpStatusCode.Unauthorized)]
    [InlineData("api/Guarded", "own", HttpStatusCode.OK)]
    [InlineData("api/Guarded", "all", HttpStatusCode.OK)]
    [InlineData("api/Guarded", "top", HttpStatusCode.OK)]
    [InlineData("api/Guarded?code=own", null, HttpStatusCode.OK)]
    [InlineData("api/Guarded?code=wrong", null, HttpStatusCode.Unauthorized)]
    [InlineData("api/AdminOnly", "own", HttpStatusCode.Unauthorized)]
    [InlineData("api/AdminOnly", "all", HttpStatusCode.Unauthorized)]
    [InlineData("api/AdminOnly", "top", HttpStatusCode.OK)]
    public async Task Request_WithKey_IsAllowedByLevel(string path, string? key, HttpStatusCode expected)
    {
        await using var app = await StartAsync(Keys);
        using var client = app.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (key is not null)
        {
            request.Headers.Add("x-functions-key", key);
        }

        using var response = await client.SendAsync(request);
        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Request_WhenNoKeyIsSet_IsUnauthorizedEvenWithEmptyKey()
    {
        await using var app = await StartAsync();
        using var client = app.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/Guarded?code=");
        request.Headers.TryAddWithoutValidation("x-functions-key", string.Empty);
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Function_ThatThrows_AnswersServerErrorWithEmptyBody()
    {
        await using var app = await StartAsync();
        using var client = app.Client();
        using var response = await client.GetAsync("api/Broken");
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync());
        Assert.Contains(app.Log.Lines, l => l.StartsWith("Error Function.Broken", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RoutePrefix_Empty_ServesFromTheRoot()
    {
        await using var app = await RunningApp.StartAsync(
            [typeof(Sites)], b => b.ConfigureFunctionsWebApplication(), """{ "extensions": { "http": { "routePrefix": "" } } }""");
        using var client = app.Client();
        Assert.Equal("plain", await client.GetStringAsync("Plain"));
    }

    [Fact]
    public async Task Middleware_AddedAfterTheIntegration_SeesTheRequestAndMayReplaceTheResult()
    {
        await using var app = await RunningApp.StartAsync([typeof(Sites)], b =>
        {
            b.ConfigureFunctionsWebApplication();
            b.UseMiddleware(async (context, next) =>
            {
                context.GetHttpContext()!.Response.Headers["X-Seen"] = context.FunctionDefinition.Name;
                await next();
                context.GetInvocationResult().Value = new ContentResult { Content = "replaced" };
            });
        });
        using var client = app.Client();
        using var response = await client.GetAsync("api/Plain");
        Assert.Equal("replaced", await response.Content.ReadAsStringAsync());
        Assert.Equal("Plain", response.Headers.GetValues("X-Seen").Single());
    }

    [Fact]
    public async Task HttpFunction_WithoutTheIntegration_IsRefusedAtStart()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => RunningApp.StartAsync([typeof(Sites)]));
        Assert.Contains("ConfigureFunctionsWebApplication", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Caller_ThatLeaves_CancelsTheInvocation()
    {
        await using var app = await StartAsync();
        using var client = app.Client();
        using var leaving = new CancellationTokenSource();
        var call = client.GetAsync("api/Slow", leaving.Token);
        await Eventually.TrueAsync(() => app.Recorder.Running == 1, "the function runs");
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await Eventually.TrueAsync(() => app.Recorder.Running == 0, "the function was cancelled");
    }

    [Fact]
    public async Task Stop_WithRequestUnderWay_AnswersItFirst()
    {
        await using var app = await StartAsync();
        using var client = app.Client();
        var call = client.GetAsync("api/Slow");
        await Eventually.TrueAsync(() => app.Recorder.Running == 1, "the function runs");
        var stop = app.StopAsync();
        await Eventually.SettleAsync();
        Assert.False(stop.IsCompleted);
        app.Recorder.Open("slow");
        using var response = await call;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await stop;
    }

    [Fact]
    public async Task Request_WithTooLargeABody_IsRefused()
    {
        await using var app = await StartAsync();
        using var client = app.Client();
        using var small = await client.PostAsync("api/Length", new ByteArrayContent(new byte[1_000]));
        Assert.Equal("1000", await small.Content.ReadAsStringAsync());

        using var request = new HttpRequestMessage(HttpMethod.Post, "api/Length") { Content = new ByteArrayContent(new byte[(10 * 1024 * 1024) + 1]) };
        request.Headers.ExpectContinue = true;
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Function_WithSeveralOutputs_AnswersAndSends()
    {
        var queues = new MemoryQueues(TimeProvider.System);
        await using var app = await RunningApp.StartAsync([typeof(Several)], b =>
        {
            b.ConfigureFunctionsWebApplication();
            b.Services.AddSingleton<IQueueTransport>(queues);
        });
        using var client = app.Client();
        using var response = await client.PostAsync("api/Several/7", null);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        await Eventually.TrueAsync(() => queues.Texts("orders").Count == 1, "the message is sent");
        Assert.Equal([QueueText.Encode("order 7")], queues.Texts("orders"));
    }

    [Fact]
    public async Task Start_OnAPortInUse_SaysWhichSettingToChange()
    {
        await using var app = await StartAsync();
        using var client = app.Client();
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync($"--Http:Port={client.BaseAddress!.Port}"));
        Assert.Contains($"Port {client.BaseAddress!.Port}", error.Message, StringComparison.Ordinal);
        Assert.Contains("'Http:Port'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Listener_IsOnLoopbackOnly()
    {
        await using var app = await StartAsync();
        using var client = app.Client();
        Assert.Equal("127.0.0.1", client.BaseAddress!.Host);
        Assert.Contains(app.Log.Lines, l => l.Contains($"HTTP functions at {client.BaseAddress}api", StringComparison.Ordinal));
    }

    private static Task<RunningApp> StartAsync(params string[] args) =>
        RunningApp.StartAsync([typeof(Sites)], b => b.ConfigureFunctionsWebApplication(), args: args);

    public sealed class Several
    {
        [Function("Several")]
        public Accepted Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "several/{number:int}")] HttpRequest request, int number) =>
            new(new AcceptedResult(), $"order {number}");
    }

    public sealed record Accepted([property: HttpResult] IActionResult Result, [property: QueueOutput("orders")] string Order);

    private sealed record Answer(string BrandId, int Days, string? Note, string? Missing);

    public sealed class Sites(Recorder recorder)
    {
        [Function("Timeline")]
        public async Task<IActionResult> TimelineAsync(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "brands/{brandId}/timeline/{days:int}")] HttpRequest request,
            string brandId,
            int days,
            string? note,
            string? missing,
            CancellationToken cancellationToken)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            return new OkObjectResult(new Answer(brandId, days, note, missing));
        }

        [Function("Plain")]
        public IActionResult Plain([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => new ContentResult { Content = "plain" };

        [Function("Guarded")]
        public IResult Guarded([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequest request) => Results.Ok();

        [Function("AdminOnly")]
        public IResult AdminOnly([HttpTrigger(AuthorizationLevel.Admin, "get")] HttpRequest request) => Results.Ok();

        [Function("Length")]
        public async Task<IActionResult> LengthAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request, CancellationToken cancellationToken)
        {
            using var copy = new MemoryStream();
            await request.Body.CopyToAsync(copy, cancellationToken);
            return new ContentResult { Content = copy.Length.ToString(System.Globalization.CultureInfo.InvariantCulture) };
        }

        [Function("Broken")]
        public IActionResult Broken([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
            throw new InvalidOperationException("broken on purpose");

        [Function("Slow")]
        public async Task<IActionResult> SlowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, FunctionContext context)
        {
            await recorder.HoldAsync("slow", context.CancellationToken);
            return new OkResult();
        }
    }
}
