using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using SocialListening.Functions.Azure.Monitoring;

namespace SocialListening.Functions.Telemetry;

/// <summary>Adds the destinations that the settings name: Azure Monitor, a collector, or both.</summary>
internal static class TelemetryDestinations
{
    /// <summary>Sends traces there, sampled; with Azure Monitor its own sampler decides for both.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="options">The settings.</param>
    public static TracerProviderBuilder AddDestinations(this TracerProviderBuilder builder, TelemetryOptions options)
    {
        builder = options.HasAzureMonitor
            ? builder.AddAzureMonitor(options)
            : builder.SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(options.SamplingRatio)));
        return options.HasCollector ? builder.AddOtlpExporter(otlp => Configure(otlp, options, "v1/traces")) : builder;
    }

    /// <summary>Sends metrics there.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="options">The settings.</param>
    public static MeterProviderBuilder AddDestinations(this MeterProviderBuilder builder, TelemetryOptions options)
    {
        if (options.HasAzureMonitor)
        {
            builder = builder.AddAzureMonitor(options);
        }

        return options.HasCollector
            ? builder.AddOtlpExporter((otlp, reader) =>
            {
                Configure(otlp, options, "v1/metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)options.MetricInterval.TotalMilliseconds;
            })
            : builder;
    }

    /// <summary>Sends logs there, without what must not leave the app.</summary>
    /// <param name="logs">The settings of the logs.</param>
    /// <param name="options">The settings.</param>
    public static void AddDestinations(this OpenTelemetryLoggerOptions logs, TelemetryOptions options)
    {
        logs.AddProcessor(new LogPrivacy());
        if (options.HasAzureMonitor)
        {
            logs.AddAzureMonitor(options);
        }

        if (options.HasCollector)
        {
            logs.AddOtlpExporter(otlp => Configure(otlp, options, "v1/logs"));
        }
    }

    private static void Configure(OtlpExporterOptions otlp, TelemetryOptions options, string path)
    {
        var root = options.OtlpEndpoint!.TrimEnd('/');
        otlp.Protocol = options.OtlpProtocol;
        otlp.Endpoint = new Uri(options.OtlpProtocol == OtlpExportProtocol.HttpProtobuf ? $"{root}/{path}" : root);
        otlp.Headers = options.OtlpHeaders;
    }
}
