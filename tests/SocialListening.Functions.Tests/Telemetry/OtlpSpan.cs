namespace SocialListening.Functions.Tests.Telemetry;

/// <summary>A span as a collector received it.</summary>
internal sealed record OtlpSpan(string Service, string TraceId, string SpanId, string ParentSpanId, string Name, ulong Status, IReadOnlyList<(string TraceId, string SpanId)> Links, IReadOnlyDictionary<string, string> Attributes);
