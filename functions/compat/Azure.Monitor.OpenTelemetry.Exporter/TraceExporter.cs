using System.Diagnostics;
using Azure.Monitor.OpenTelemetry.Exporter.Mapping;
using Azure.Monitor.OpenTelemetry.Exporter.Sending;

namespace Azure.Monitor.OpenTelemetry.Exporter;

/// <summary>Sends spans.</summary>
/// <param name="transmitter">The way to the service.</param>
internal sealed class TraceExporter(Transmitter transmitter) : SignalExporter<Activity>(transmitter, SpanEnvelopes.Write);
