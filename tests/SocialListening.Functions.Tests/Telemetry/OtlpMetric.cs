namespace SocialListening.Functions.Tests.Telemetry;

/// <summary>A data point as a collector received it.</summary>
/// <param name="Name">The metric.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Kind"><c>gauge</c>, <c>sum</c> or <c>histogram</c>.</param>
/// <param name="Attributes">The tags.</param>
/// <param name="Value">The value; of a histogram, how many were recorded.</param>
internal sealed record OtlpMetric(string Name, string Unit, string Kind, IReadOnlyDictionary<string, string> Attributes, double Value);
