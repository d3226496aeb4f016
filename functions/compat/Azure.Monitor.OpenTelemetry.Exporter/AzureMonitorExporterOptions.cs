// The real package says nothing on null, so neither does this file: code that compiles here compiles there.
#nullable disable
using Azure.Core;

namespace Azure.Monitor.OpenTelemetry.Exporter;

/// <summary>Where telemetry is sent and how much of it.</summary>
public class AzureMonitorExporterOptions : ClientOptions
{
    /// <summary>Makes options for the newest version of the service's API.</summary>
    public AzureMonitorExporterOptions()
        : this(ServiceVersion.v2_1)
    {
    }

    /// <summary>Makes options.</summary>
    /// <param name="version">The version of the service's API.</param>
    public AzureMonitorExporterOptions(ServiceVersion version = ServiceVersion.v2_1)
    {
        Version = version;

        // Sending telemetry is not traced or logged itself, unless the caller asks for it.
        Diagnostics.IsDistributedTracingEnabled = false;
        Diagnostics.IsLoggingEnabled = false;
    }

    /// <summary>Versions of the service's API.</summary>
    public enum ServiceVersion
    {
        /// <summary>The path <c>/v2.1/track</c>.</summary>
        v2_1 = 1,
    }

    /// <summary>
    /// The connection string of Application Insights (https://learn.microsoft.com/azure/azure-monitor/app/sdk-connection-string);
    /// null for that of the environment variable <c>APPLICATIONINSIGHTS_CONNECTION_STRING</c>.
    /// </summary>
    public string ConnectionString { get; set; }

    /// <summary>The identity that sends, for a resource that takes no instrumentation key alone; null for the key alone.</summary>
    public TokenCredential Credential { get; set; }

    /// <summary>The share of traces that is sent, 0 to 1. Default 1. Counts only while <see cref="TracesPerSecond"/> is null.</summary>
    public float SamplingRatio { get; set; } = 1.0F;

    /// <summary>Traces a second that are sent at most; null for the share of <see cref="SamplingRatio"/>. Default 5. This stand-in knows null only.</summary>
    public double? TracesPerSecond { get; set; } = 5.0;

    /// <summary>The version of the service's API. Default <see cref="ServiceVersion.v2_1"/>.</summary>
    public ServiceVersion Version { get; set; }

    /// <summary>Throws away what the service cannot take at the moment, instead of keeping it for later. Default <see langword="false"/>.</summary>
    public bool DisableOfflineStorage { get; set; }
}
