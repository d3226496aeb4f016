using System.Diagnostics;

namespace Azure.Monitor.OpenTelemetry.Exporter.Wire;

/// <summary>The operation that telemetry belongs to, by the W3C trace context.</summary>
/// <param name="TraceId">The whole operation; default for none.</param>
/// <param name="ParentId">What in it caused this; default for none.</param>
/// <param name="Name">Its name; null when not known.</param>
/// <param name="SampleRate">The share in percent that is kept of its like; null for all.</param>
internal readonly record struct OperationContext(ActivityTraceId TraceId, ActivitySpanId ParentId, string? Name = null, double? SampleRate = null);
