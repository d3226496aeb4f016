using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Azure.Monitor.OpenTelemetry.Exporter.Wire;

/// <summary>
/// Writes envelopes of the ingestion API, a line of JSON each: name, time, sampling rate, resource, context tags and data
/// (https://github.com/Azure/azure-rest-api-specs/tree/main/specification/applicationinsights/data-plane/Monitor.Exporters).
/// </summary>
/// <param name="instrumentationKey">The resource that telemetry belongs to.</param>
/// <param name="sender">Who sends.</param>
internal sealed class EnvelopeWriter(string instrumentationKey, Sender sender)
{
    private const int SchemaVersion = 2;

    private readonly List<byte[]> _lines = [];

    /// <summary>What was written, without line ends.</summary>
    public IReadOnlyList<byte[]> Lines => _lines;

    /// <summary>Writes one envelope.</summary>
    /// <param name="name">What it holds, such as <c>Metric</c>; the data's type is this with <c>Data</c> behind it.</param>
    /// <param name="time">When it was.</param>
    /// <param name="context">The operation that it belongs to.</param>
    /// <param name="data">Writes the data's own members.</param>
    public void Add(string name, DateTime time, OperationContext context, Action<Utf8JsonWriter> data)
    {
        var line = new ArrayBufferWriter<byte>(1_024);
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("time", time.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture));
            if (context.SampleRate is { } rate)
            {
                json.WriteNumber("sampleRate", rate);
            }

            json.WriteString("iKey", instrumentationKey);
            WriteTags(json, context);
            json.WriteStartObject("data");
            json.WriteString("baseType", $"{name}Data");
            json.WriteStartObject("baseData");
            json.WriteNumber("ver", SchemaVersion);
            data(json);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        _lines.Add(line.WrittenSpan.ToArray());
    }

    /// <summary>Writes properties, as far as the service takes them: names that are too long and values that are missing are left out, long values cut.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="properties">The properties; of two with one name the first counts.</param>
    public static void WriteProperties(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, object?>> properties)
    {
        json.WriteStartObject("properties");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, value) in properties)
        {
            if (key.Length is > 0 and <= Limits.Key && value is not null && seen.Add(key))
            {
                json.WriteString(key, Limits.Cut(Text(value), Limits.Value));
            }
        }

        json.WriteEndObject();
    }

    private static string Text(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        Array array => string.Join(',', array.Cast<object?>().Select(item => Convert.ToString(item, CultureInfo.InvariantCulture))),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };

    private void WriteTags(Utf8JsonWriter json, OperationContext context)
    {
        json.WriteStartObject("tags");
        WriteTag(json, "ai.operation.id", context.TraceId == default ? null : context.TraceId.ToHexString());
        WriteTag(json, "ai.operation.parentId", context.ParentId == default ? null : context.ParentId.ToHexString());
        WriteTag(json, "ai.operation.name", Limits.Cut(context.Name, Limits.Name));
        WriteTag(json, "ai.cloud.role", sender.Role);
        WriteTag(json, "ai.cloud.roleInstance", sender.Instance);
        WriteTag(json, "ai.application.ver", sender.Version);
        WriteTag(json, "ai.internal.sdkVersion", Sender.Sdk);
        json.WriteEndObject();
    }

    private static void WriteTag(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, value);
        }
    }
}
