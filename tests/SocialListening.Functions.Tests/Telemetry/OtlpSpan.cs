namespace SocialListening.Functions.Tests.Telemetry;

/// <summary>A span as a collector received it.</summary>
internal sealed record OtlpSpan(string Service, string TraceId, string SpanId, string ParentSpanId, string Name, IReadOnlyList<string> LinkedTraces, IReadOnlyDictionary<string, string> Attributes);
