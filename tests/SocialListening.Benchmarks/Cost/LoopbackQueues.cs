using System.Collections.Concurrent;
using System.Globalization;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SocialListening.Benchmarks.Cost;

/// <summary>
/// As much of the queue service (https://learn.microsoft.com/rest/api/storageservices/queue-service-rest-api) as the measurement
/// uses, in memory: create, send, receive, delete. Received messages stay hidden for good. For machines without the emulator.
/// </summary>
internal sealed class LoopbackQueues : IAsyncDisposable
{
    private const string Account = "devstoreaccount1";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<(string Id, string Text)>> _queues = new(StringComparer.Ordinal);

    private LoopbackQueues(WebApplication app) => _app = app;

    /// <summary>How to reach it; any key is let in.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Convert.ToBase64String(new byte[64])};QueueEndpoint={_app.Urls.Single()}/{Account};";

    public static async Task<LoopbackQueues> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new LoopbackQueues(builder.Build());
        server._app.MapPut($"/{Account}/{{queue}}", (string queue) => server._queues.TryAdd(queue, new()) ? Results.StatusCode(StatusCodes.Status201Created) : Results.NoContent());
        server._app.MapPost($"/{Account}/{{queue}}/messages", server.SendAsync);
        server._app.MapGet($"/{Account}/{{queue}}/messages", server.Receive);
        server._app.MapDelete($"/{Account}/{{queue}}/messages/{{id}}", () => Results.NoContent());
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> SendAsync(string queue, HttpRequest request, HttpResponse response)
    {
        if (!_queues.TryGetValue(queue, out var messages))
        {
            response.Headers["x-ms-error-code"] = "QueueNotFound";
            return Results.NotFound();
        }

        var body = await XDocument.LoadAsync(request.Body, LoadOptions.PreserveWhitespace, request.HttpContext.RequestAborted);
        var id = Guid.NewGuid().ToString();
        messages.Enqueue((id, body.Root!.Element("MessageText")!.Value));
        return Xml([Message(id)], StatusCodes.Status201Created);
    }

    private IResult Receive(string queue, HttpRequest request, HttpResponse response)
    {
        if (!_queues.TryGetValue(queue, out var messages))
        {
            response.Headers["x-ms-error-code"] = "QueueNotFound";
            return Results.NotFound();
        }

        var most = int.Parse(request.Query["numofmessages"].ToString(), CultureInfo.InvariantCulture);
        var received = new List<XElement>();
        while (received.Count < most && messages.TryDequeue(out var next))
        {
            var message = Message(next.Id);
            message.Add(new XElement("DequeueCount", 1), new XElement("MessageText", next.Text));
            received.Add(message);
        }

        return Xml(received, StatusCodes.Status200OK);
    }

    private static XElement Message(string id)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new XElement(
            "QueueMessage",
            new XElement("MessageId", id),
            new XElement("InsertionTime", now.ToString("R", CultureInfo.InvariantCulture)),
            new XElement("ExpirationTime", now.AddDays(7).ToString("R", CultureInfo.InvariantCulture)),
            new XElement("PopReceipt", "receipt"),
            new XElement("TimeNextVisible", now.ToString("R", CultureInfo.InvariantCulture)));
    }

    private static IResult Xml(IEnumerable<XElement> messages, int status) =>
        Results.Text(new XDocument(new XElement("QueueMessagesList", messages)).ToString(SaveOptions.DisableFormatting), "application/xml", statusCode: status);
}
