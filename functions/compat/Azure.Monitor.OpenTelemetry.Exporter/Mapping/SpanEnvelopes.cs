using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure.Monitor.OpenTelemetry.Exporter.Wire;
using OpenTelemetry;

namespace Azure.Monitor.OpenTelemetry.Exporter.Mapping;

/// <summary>
/// Puts spans into envelopes: work that somebody else asked for (<see cref="ActivityKind.Server"/>, <see cref="ActivityKind.Consumer"/>)
/// as <c>RequestData</c>, everything else as <c>RemoteDependencyData</c>; events of a span as <c>ExceptionData</c> or <c>MessageData</c>.
/// </summary>
internal static class SpanEnvelopes
{
    private const string MessagingSystem = "messaging.system";
    private const string MessagingDestination = "messaging.destination.name";

    /// <summary>Writes a batch.</summary>
    /// <param name="batch">The spans.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(in Batch<Activity> batch, EnvelopeWriter writer)
    {
        foreach (var span in batch)
        {
            var rate = span.GetTagItem(FixedRatioSampler.RateAttribute) is double share and < 100 ? share : (double?)null;
            WriteEvents(span, rate, writer);
            if (span.Kind is ActivityKind.Server or ActivityKind.Consumer)
            {
                writer.Add("Request", span.StartTimeUtc, new OperationContext(span.TraceId, span.ParentSpanId, span.DisplayName, rate), json => WriteRequest(json, span));
            }
            else
            {
                writer.Add("RemoteDependency", span.StartTimeUtc, new OperationContext(span.TraceId, span.ParentSpanId, null, rate), json => WriteDependency(json, span));
            }
        }
    }

    private static void WriteRequest(Utf8JsonWriter json, Activity span)
    {
        WriteCommon(json, span);
        json.WriteString("responseCode", "0");
        if (span.GetTagItem(MessagingDestination) is string queue)
        {
            json.WriteString("source", Limits.Cut(queue, Limits.Name));
        }

        EnvelopeWriter.WriteProperties(json, Properties(span));
    }

    private static void WriteDependency(Utf8JsonWriter json, Activity span)
    {
        WriteCommon(json, span);
        var type = span.Kind == ActivityKind.Internal ? "InProc" : span.GetTagItem(MessagingSystem) as string;
        if (type is not null)
        {
            json.WriteString("type", Limits.Cut(type, Limits.Name));
        }

        if (span.GetTagItem(MessagingDestination) is string queue)
        {
            json.WriteString("target", Limits.Cut(queue, Limits.Name));
        }

        EnvelopeWriter.WriteProperties(json, Properties(span));
    }

    private static void WriteCommon(Utf8JsonWriter json, Activity span)
    {
        json.WriteString("id", span.SpanId.ToHexString());
        json.WriteString("name", Limits.Cut(span.DisplayName, Limits.Name));
        json.WriteString("duration", (span.Duration < Limits.Duration ? span.Duration : Limits.Duration).ToString("c", CultureInfo.InvariantCulture));
        json.WriteBoolean("success", span.Status != ActivityStatusCode.Error);
    }

    // What has a member of its own is not repeated.
    private static IEnumerable<KeyValuePair<string, object?>> Properties(Activity span)
    {
        foreach (var tag in span.TagObjects)
        {
            if (tag.Key is not (MessagingSystem or MessagingDestination or FixedRatioSampler.RateAttribute))
            {
                yield return tag;
            }
        }

        if (span.Links.Any())
        {
            yield return new KeyValuePair<string, object?>("_MS.links", Links(span));
        }
    }

    private static string Links(Activity span)
    {
        var text = new StringBuilder();
        foreach (var link in span.Links.Take(Limits.Links))
        {
            text.Append(text.Length == 0 ? '[' : ',')
                .Append(CultureInfo.InvariantCulture, $$"""{"operation_Id":"{{link.Context.TraceId}}","id":"{{link.Context.SpanId}}"}""");
        }

        return text.Append(']').ToString();
    }

    private static void WriteEvents(Activity span, double? rate, EnvelopeWriter writer)
    {
        foreach (var happening in span.Events)
        {
            var context = new OperationContext(span.TraceId, span.SpanId, null, rate);
            if (happening.Name != "exception")
            {
                writer.Add("Message", happening.Timestamp.UtcDateTime, context, json =>
                {
                    json.WriteString("message", Limits.Cut(happening.Name, Limits.Message));
                    EnvelopeWriter.WriteProperties(json, happening.Tags);
                });
            }
            else if (ExceptionDetail.Of(happening) is { } detail)
            {
                writer.Add("Exception", happening.Timestamp.UtcDateTime, context, json =>
                {
                    ExceptionDetail.Write(json, [detail]);
                    EnvelopeWriter.WriteProperties(json, []);
                });
            }
        }
    }
}
