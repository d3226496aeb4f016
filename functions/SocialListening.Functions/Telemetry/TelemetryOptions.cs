using System.ComponentModel.DataAnnotations;
using OpenTelemetry.Exporter;

namespace SocialListening.Functions.Telemetry;

/// <summary>Where traces, metrics and logs are sent. Section <c>Telemetry</c>, and the platform's two settings for Application Insights; nothing is measured while no destination is set.</summary>
internal sealed class TelemetryOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Telemetry";

    /// <summary>The setting that <see cref="ConnectionString"/> is read from; the Functions host reads it too.</summary>
    public const string ConnectionStringName = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>The setting that <see cref="Authentication"/> is read from; the Functions host reads it too.</summary>
    public const string AuthenticationName = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    /// <summary>The connection string of Application Insights; <see langword="null"/> for none. Read from <see cref="ConnectionStringName"/>.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>
    /// <c>Authorization=AAD</c>, with <c>;ClientId=</c> of a user-assigned identity, to send as the app's identity; <see langword="null"/>
    /// where the connection string alone is enough. Read from <see cref="AuthenticationName"/>.
    /// </summary>
    public string? Authentication { get; set; }

    /// <summary>The address of an OpenTelemetry collector, such as <c>http://localhost:4318</c>; <see langword="null"/> for none.</summary>
    public string? OtlpEndpoint { get; set; }

    /// <summary>How the collector is spoken to. Default <see cref="OtlpExportProtocol.HttpProtobuf"/>.</summary>
    public OtlpExportProtocol OtlpProtocol { get; set; } = OtlpExportProtocol.HttpProtobuf;

    /// <summary>Headers of each call to the collector, <c>key=value</c> with commas between; <see langword="null"/> for none. May hold a secret.</summary>
    public string? OtlpHeaders { get; set; }

    /// <summary>The name under which the app appears. Default <c>sociallistening</c>.</summary>
    [Required]
    public string ServiceName { get; set; } = "sociallistening";

    /// <summary>The share of traces that is kept, 0 to 1; metrics are not touched. Default 1.</summary>
    [Range(0.0, 1.0)]
    public double SamplingRatio { get; set; } = 1;

    /// <summary>
    /// How often metrics are sent to the collector and gauges read, 5 s to 1 h. Default 1 minute, which is how often Azure Monitor
    /// gets metrics whatever is set here. Each reading of the gauges costs four operations for each queue.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00")]
    public TimeSpan MetricInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether telemetry goes to Azure Monitor.</summary>
    public bool HasAzureMonitor => !string.IsNullOrEmpty(ConnectionString);

    /// <summary>Whether telemetry goes to a collector.</summary>
    public bool HasCollector => !string.IsNullOrEmpty(OtlpEndpoint);

    /// <summary>Leaves headers and connection string out.</summary>
    public override string ToString() => (HasAzureMonitor, HasCollector) switch
    {
        (true, true) => $"Azure Monitor and {OtlpEndpoint}",
        (true, false) => "Azure Monitor",
        (false, true) => OtlpEndpoint!,
        _ => "off",
    };
}
