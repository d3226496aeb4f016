using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SocialListening.Functions.Tests.Telemetry;

/// <summary>
/// A collector on loopback that takes OTLP over HTTP and decodes what arrives, by the field numbers of
/// https://github.com/open-telemetry/opentelemetry-proto.
/// </summary>
internal sealed class OtlpCollector : IAsyncDisposable
{
    private readonly WebApplication _server;

    private OtlpCollector(WebApplication server) => _server = server;

    public ConcurrentQueue<OtlpSpan> Spans { get; } = new();

    public ConcurrentQueue<OtlpMetric> Metrics { get; } = new();

    public ConcurrentQueue<string> LogTexts { get; } = new();

    public ConcurrentQueue<string> Headers { get; } = new();

    public string Address => _server.Urls.First();

    public static async Task<OtlpCollector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = new OtlpCollector(builder.Build());
        collector._server.MapPost("/v1/traces", (HttpRequest request) => collector.TakeAsync(request, collector.TakeTraces));
        collector._server.MapPost("/v1/metrics", (HttpRequest request) => collector.TakeAsync(request, collector.TakeMetrics));
        collector._server.MapPost("/v1/logs", (HttpRequest request) => collector.TakeAsync(request, collector.TakeLogs));
        await collector._server.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request, Action<ProtoMessage> take)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        Headers.Enqueue(request.Headers["x-test"].ToString());
        take(new ProtoMessage(body.ToArray()));
        return Results.Bytes([], "application/x-protobuf");
    }

    private void TakeTraces(ProtoMessage request)
    {
        foreach (var resource in request.Messages(1))
        {
            var service = Attributes(resource.Message(1)!, 1)["service.name"];
            foreach (var span in resource.Messages(2).SelectMany(scope => scope.Messages(2)))
            {
                Spans.Enqueue(new OtlpSpan(service, span.Hex(1), span.Hex(2), span.Hex(4), span.Text(5), span.Message(15)?.Number(3) ?? 0, [.. span.Messages(13).Select(link => (link.Hex(1), link.Hex(2)))], Attributes(span, 9)));
            }
        }
    }

    private void TakeMetrics(ProtoMessage request)
    {
        foreach (var metric in request.Messages(1).SelectMany(resource => resource.Messages(2)).SelectMany(scope => scope.Messages(2)))
        {
            var (field, kind) = metric.Has(5) ? (5, "gauge") : metric.Has(7) ? (7, "sum") : (9, "histogram");
            foreach (var point in metric.Message(field)!.Messages(1))
            {
                var value = kind == "histogram" ? point.Number(4) : point.Has(4) ? point.Double(4) : (long)point.Number(6);
                Metrics.Enqueue(new OtlpMetric(metric.Text(1), metric.Text(3), kind, Attributes(point, kind == "histogram" ? 9 : 7), value));
            }
        }
    }

    private void TakeLogs(ProtoMessage request)
    {
        foreach (var record in request.Messages(1).SelectMany(resource => resource.Messages(2)).SelectMany(scope => scope.Messages(2)))
        {
            LogTexts.Enqueue(record.Message(5)?.Text(1) ?? string.Empty);
        }
    }

    private static Dictionary<string, string> Attributes(ProtoMessage owner, int field) => owner.Messages(field).ToDictionary(
        entry => entry.Text(1),
        entry => entry.Message(2) is { } value ? value.Has(1) ? value.Text(1) : value.Number(3).ToString(System.Globalization.CultureInfo.InvariantCulture) : string.Empty,
        StringComparer.Ordinal);
}
