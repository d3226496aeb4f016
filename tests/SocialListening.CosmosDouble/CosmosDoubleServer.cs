using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SocialListening.CosmosDouble.Faults;
using SocialListening.CosmosDouble.Gateway;

namespace SocialListening.CosmosDouble;

/// <summary>The way in over HTTP: serves a doubled account on loopback.</summary>
public sealed class CosmosDoubleServer : IAsyncDisposable
{
    private const long MaxBodyBytes = 16 * 1024 * 1024;

    private readonly WebApplication _app;

    private CosmosDoubleServer(WebApplication app, Uri endpoint) => (_app, Endpoint) = (app, endpoint);

    /// <summary>Where clients reach the account.</summary>
    public Uri Endpoint { get; }

    /// <summary>Serves an account.</summary>
    /// <param name="account">What is served; its endpoint is set to the server's.</param>
    /// <param name="port">0 for any free port.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    public static async Task<CosmosDoubleServer> StartAsync(CosmosAccountDouble account, int port, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(account);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(System.Net.IPAddress.Loopback, port);
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
        });
        var app = builder.Build();
        app.Run(context => ServeAsync(account, context));
        await app.StartAsync(cancellationToken);
        account.Endpoint = new(app.Urls.First());
        return new(app, account.Endpoint);
    }

    /// <summary>Serves until the process is told to stop: `--port 8181 [--journal file] [--seed N] [--faults 0.05] [--partitions N] [--ru N]`.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var given = Enumerable.Range(0, args.Length / 2).ToDictionary(index => args[2 * index].TrimStart('-'), index => args[(2 * index) + 1], StringComparer.Ordinal);
        double? Number(string name) => given.TryGetValue(name, out var text) ? double.Parse(text, CultureInfo.InvariantCulture) : null;

        using var account = new CosmosAccountDouble(new CosmosDoubleOptions
        {
            JournalPath = given.GetValueOrDefault("journal"),
            PhysicalPartitions = (int)(Number("partitions") ?? 1),
            RequestUnitsPerSecond = Number("ru"),
        });
        if (Number("faults") is { } share)
        {
            account.Faults = new FaultPlan((int)(Number("seed") ?? 0)).AddStorm(share, FaultKind.Throttled, FaultKind.Unavailable, FaultKind.RetryWith, FaultKind.TimedOut, FaultKind.TimedOutAfterCommit, FaultKind.LostAnswer, FaultKind.ConcurrentWriter);
        }

        await using var server = await StartAsync(account, (int)(Number("port") ?? 8181), CancellationToken.None);
        Console.WriteLine($"Cosmos DB double on {server.Endpoint}");
        await ((IHost)server._app).WaitForShutdownAsync();
        return 0;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task ServeAsync(CosmosAccountDouble account, HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        // The raw target: a document's id may hold an escaped slash-like character.
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var request = new GatewayRequest(context.Request.Method, GatewayRequest.Split(target.Split('?')[0]), headers, body.ToArray());
        try
        {
            await WriteAsync(context.Response, await account.AnswerAsync(request, context.RequestAborted));
        }
        catch (AnswerLostException)
        {
            context.Abort();
        }
    }

    private static async Task WriteAsync(HttpResponse response, GatewayResponse answer)
    {
        response.StatusCode = answer.Status;
        response.Headers[GatewayHeaders.Charge] = answer.Charge.ToString(CultureInfo.InvariantCulture);
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        if (!answer.Body.IsEmpty && answer.Status is not (204 or 304))
        {
            response.ContentType = "application/json";
            response.ContentLength = answer.Body.Length;
            await response.Body.WriteAsync(answer.Body);
        }
    }
}
