using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace SocialListening.Functions.Telemetry;

/// <summary>Adds the destinations that the settings name.</summary>
internal static class TelemetryDestinations
{
    /// <summary>Sends traces there.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="options">The settings.</param>
    public static TracerProviderBuilder AddDestinations(this TracerProviderBuilder builder, TelemetryOptions options) =>
        HasCollector(options) ? builder.AddOtlpExporter(otlp => Configure(otlp, options, "v1/traces")) : builder;

    /// <summary>Sends metrics there.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="options">The settings.</param>
    public static MeterProviderBuilder AddDestinations(this MeterProviderBuilder builder, TelemetryOptions options) => HasCollector(options)
        ? builder.AddOtlpExporter((otlp, reader) =>
        {
            Configure(otlp, options, "v1/metrics");
            reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)options.MetricInterval.TotalMilliseconds;
        })
        : builder;

    /// <summary>Sends logs there.</summary>
    /// <param name="logs">The settings of the logs.</param>
    /// <param name="options">The settings.</param>
    public static void AddDestinations(this OpenTelemetryLoggerOptions logs, TelemetryOptions options)
    {
        if (HasCollector(options))
        {
            logs.AddOtlpExporter(otlp => Configure(otlp, options, "v1/logs"));
        }
    }

    private static bool HasCollector(TelemetryOptions options) => !string.IsNullOrEmpty(options.OtlpEndpoint);

    private static void Configure(OtlpExporterOptions otlp, TelemetryOptions options, string path)
    {
        var root = options.OtlpEndpoint!.TrimEnd('/');
        otlp.Protocol = options.OtlpProtocol;
        otlp.Endpoint = new Uri(options.OtlpProtocol == OtlpExportProtocol.HttpProtobuf ? $"{root}/{path}" : root);
        otlp.Headers = options.OtlpHeaders;
    }
}
