using Azure.Monitor.OpenTelemetry.Exporter.Mapping;
using Azure.Monitor.OpenTelemetry.Exporter.Sending;
using OpenTelemetry.Logs;

namespace Azure.Monitor.OpenTelemetry.Exporter;

/// <summary>Sends log records.</summary>
/// <param name="transmitter">The way to the service.</param>
internal sealed class LogExporter(Transmitter transmitter) : SignalExporter<LogRecord>(transmitter, LogEnvelopes.Write);
