using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SocialListening.Functions.Tests.Telemetry.AzureMonitor;

/// <summary>The ingestion API of Azure Monitor on loopback: takes everything, unless a script says what to answer next.</summary>
internal sealed class TrackServer : IAsyncDisposable
{
    public const string Key = "11111111-2222-3333-4444-555555555555";

    private readonly WebApplication _app;

    private TrackServer(WebApplication app) => _app = app;

    /// <summary>What each call brought.</summary>
    public ConcurrentQueue<TrackRequest> Requests { get; } = new();

    /// <summary>What to answer to the next calls.</summary>
    public ConcurrentQueue<TrackReply> Replies { get; } = new();

    public string Address => _app.Urls.Single();

    public string ConnectionString => $"InstrumentationKey={Key};IngestionEndpoint={Address}/";

    /// <summary>Every envelope that was taken whole, in order.</summary>
    public IReadOnlyList<JsonNode> Envelopes => [.. Requests.Where(request => request.Status == 200).SelectMany(request => request.Lines).Select(line => JsonNode.Parse(line)!)];

    public static async Task<TrackServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new TrackServer(builder.Build());
        server._app.MapPost("/{**path}", server.TakeAsync);
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await using (var plain = new GZipStream(context.Request.Body, CompressionMode.Decompress))
        {
            await plain.CopyToAsync(body);
        }

        var text = System.Text.Encoding.UTF8.GetString(body.ToArray());
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var reply = Replies.TryDequeue(out var next) ? next : new TrackReply(200, $$"""{"itemsReceived":{{lines.Length}},"itemsAccepted":{{lines.Length}},"errors":[]}""");
        Requests.Enqueue(new TrackRequest(
            context.Request.Path,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            text,
            lines,
            reply.Status));
        context.Response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.WriteAsync(reply.Body);
    }
}
