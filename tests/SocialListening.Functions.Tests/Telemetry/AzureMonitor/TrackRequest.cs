namespace SocialListening.Functions.Tests.Telemetry.AzureMonitor;

/// <summary>A call to the ingestion API.</summary>
internal sealed record TrackRequest(string Path, IReadOnlyDictionary<string, string> Headers, string Body, IReadOnlyList<string> Lines, int Status);
