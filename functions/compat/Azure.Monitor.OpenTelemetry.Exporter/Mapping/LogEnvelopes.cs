using System.Text.Json;
using Azure.Monitor.OpenTelemetry.Exporter.Wire;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Azure.Monitor.OpenTelemetry.Exporter.Mapping;

/// <summary>Puts log records into envelopes: <c>ExceptionData</c> with an exception, else <c>MessageData</c>.</summary>
internal static class LogEnvelopes
{
    private const string Template = "{OriginalFormat}";

    /// <summary>Writes a batch.</summary>
    /// <param name="batch">The records.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(in Batch<LogRecord> batch, EnvelopeWriter writer)
    {
        foreach (var record in batch)
        {
            var context = new OperationContext(record.TraceId, record.SpanId);
            var template = record.Attributes?.FirstOrDefault(attribute => attribute.Key == Template).Value as string ?? record.Body;
            if (record.Exception is { } failure)
            {
                writer.Add("Exception", record.Timestamp, context, json =>
                {
                    ExceptionDetail.Write(json, ExceptionDetail.Of(failure));
                    WriteRest(json, record, record.FormattedMessage ?? template);
                });
            }
            else
            {
                writer.Add("Message", record.Timestamp, context, json =>
                {
                    json.WriteString("message", Limits.Cut(record.FormattedMessage ?? template ?? string.Empty, Limits.Message));
                    WriteRest(json, record, template);
                });
            }
        }
    }

    private static void WriteRest(Utf8JsonWriter json, LogRecord record, string? told)
    {
        json.WriteString("severityLevel", record.LogLevel switch
        {
            LogLevel.Critical => "Critical",
            LogLevel.Error => "Error",
            LogLevel.Warning => "Warning",
            LogLevel.Information => "Information",
            _ => "Verbose",
        });
        EnvelopeWriter.WriteProperties(json, Properties(record, told));
    }

    private static IEnumerable<KeyValuePair<string, object?>> Properties(LogRecord record, string? told)
    {
        foreach (var attribute in record.Attributes ?? [])
        {
            if (attribute.Key != Template)
            {
                yield return attribute;
            }
        }

        yield return new("OriginalFormat", told);
        yield return new("CategoryName", record.CategoryName);
        if (record.EventId.Id != 0)
        {
            yield return new("EventId", record.EventId.Id);
        }

        yield return new("EventName", record.EventId.Name);
    }
}
