using Azure.Monitor.OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using SocialListening.Functions.Telemetry;

namespace SocialListening.Functions.Azure.Monitoring;

/// <summary>Sends telemetry to Azure Monitor, as the identity that the settings name.</summary>
internal static class AzureMonitorDestination
{
    /// <summary>Sends traces, and lets the exporter's own sampler decide which: the share must be told along with what is kept.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="options">The settings.</param>
    public static TracerProviderBuilder AddAzureMonitor(this TracerProviderBuilder builder, TelemetryOptions options) =>
        builder.AddAzureMonitorTraceExporter(monitor => Configure(monitor, options), AzureMonitorIdentity.Credential(options));

    /// <summary>Sends metrics, once a minute.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="options">The settings.</param>
    public static MeterProviderBuilder AddAzureMonitor(this MeterProviderBuilder builder, TelemetryOptions options) =>
        builder.AddAzureMonitorMetricExporter(monitor => Configure(monitor, options), AzureMonitorIdentity.Credential(options));

    /// <summary>Sends logs.</summary>
    /// <param name="logs">The settings of the logs.</param>
    /// <param name="options">The settings.</param>
    public static void AddAzureMonitor(this OpenTelemetryLoggerOptions logs, TelemetryOptions options) =>
        logs.AddAzureMonitorLogExporter(monitor => Configure(monitor, options), AzureMonitorIdentity.Credential(options));

    private static void Configure(AzureMonitorExporterOptions monitor, TelemetryOptions options)
    {
        monitor.ConnectionString = options.ConnectionString;
        monitor.SamplingRatio = (float)options.SamplingRatio;
        monitor.TracesPerSecond = null;
    }
}
