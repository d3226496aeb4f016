using Azure.Monitor.OpenTelemetry.Exporter.Mapping;
using Azure.Monitor.OpenTelemetry.Exporter.Sending;
using OpenTelemetry.Metrics;

namespace Azure.Monitor.OpenTelemetry.Exporter;

/// <summary>Sends metrics.</summary>
/// <param name="transmitter">The way to the service.</param>
internal sealed class MetricExporter(Transmitter transmitter) : SignalExporter<Metric>(transmitter, MetricEnvelopes.Write);
