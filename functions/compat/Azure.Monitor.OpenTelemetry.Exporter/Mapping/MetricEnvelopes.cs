using System.Text.Json;
using Azure.Monitor.OpenTelemetry.Exporter.Wire;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Azure.Monitor.OpenTelemetry.Exporter.Mapping;

/// <summary>Puts metric points into envelopes of type <c>MetricData</c>: one point each, its tags as properties.</summary>
internal static class MetricEnvelopes
{
    /// <summary>Writes a batch. A sum that is no finite number is left out: JSON has none.</summary>
    /// <param name="batch">The metrics.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(in Batch<Metric> batch, EnvelopeWriter writer)
    {
        foreach (var metric in batch)
        {
            foreach (ref readonly var point in metric.GetMetricPoints())
            {
                Write(metric, point, writer);
            }
        }
    }

    private static void Write(Metric metric, in MetricPoint point, EnvelopeWriter writer)
    {
        var (value, count, range) = Read(metric, point);
        if (!double.IsFinite(value))
        {
            return;
        }

        var properties = new List<KeyValuePair<string, object?>>(point.Tags.Count);
        foreach (var tag in point.Tags)
        {
            properties.Add(tag);
        }

        writer.Add("Metric", point.EndTime.UtcDateTime, default, json =>
        {
            json.WriteStartArray("metrics");
            json.WriteStartObject();
            json.WriteString("ns", Limits.Cut(metric.MeterName, Limits.Role));
            json.WriteString("name", Limits.Cut(metric.Name, Limits.Name));
            json.WriteNumber("value", value);
            WriteSpread(json, count, range);
            json.WriteEndObject();
            json.WriteEndArray();
            EnvelopeWriter.WriteProperties(json, properties);
        });
    }

    private static void WriteSpread(Utf8JsonWriter json, long? count, (double Min, double Max)? range)
    {
        // The schema counts in 32 bits.
        if (count is { } measurements and <= int.MaxValue)
        {
            json.WriteNumber("count", (int)measurements);
        }

        if (range is var (min, max) && double.IsFinite(min) && double.IsFinite(max))
        {
            json.WriteNumber("min", min);
            json.WriteNumber("max", max);
        }
    }

    private static (double Value, long? Count, (double Min, double Max)? Range) Read(Metric metric, in MetricPoint point) => metric.MetricType switch
    {
        MetricType.LongSum or MetricType.LongSumNonMonotonic => (point.GetSumLong(), null, null),
        MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic => (point.GetSumDouble(), null, null),
        MetricType.LongGauge => (point.GetGaugeLastValueLong(), null, null),
        MetricType.DoubleGauge => (point.GetGaugeLastValueDouble(), null, null),
        MetricType.Histogram or MetricType.ExponentialHistogram => (
            point.GetHistogramSum(), point.GetHistogramCount(), point.TryGetHistogramMinMaxValues(out var min, out var max) ? (min, max) : null),
        _ => (double.NaN, null, null),
    };
}
