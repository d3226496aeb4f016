namespace SocialListening.Functions.Tests.Telemetry.AzureMonitor;

/// <summary>An answer of the ingestion API.</summary>
internal sealed record TrackReply(int Status, string Body = "", params (string Name, string Value)[] Headers);
