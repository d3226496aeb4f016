// As in the options file: the real package says nothing on null.
#nullable disable
using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter.Sending;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Azure.Monitor.OpenTelemetry.Exporter;

/// <summary>Sends the signals of OpenTelemetry to Azure Monitor.</summary>
public static class AzureMonitorExporterExtensions
{
    /// <summary>Sends traces, and takes over which of them are sampled.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options; null for those of the environment.</param>
    /// <param name="credential">The identity that sends; the one in the options comes first.</param>
    /// <param name="name">The name of the options; null for the unnamed ones.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">The builder is null.</exception>
    /// <exception cref="InvalidOperationException">When the provider is built: the connection string is missing or wrong.</exception>
    public static TracerProviderBuilder AddAzureMonitorTraceExporter(
        this TracerProviderBuilder builder, Action<AzureMonitorExporterOptions> configure = null, TokenCredential credential = null, string name = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (name != null && configure != null)
        {
            builder.ConfigureServices(services => services.Configure(name, configure));
        }

        return builder is IDeferredTracerProviderBuilder deferred
            ? deferred.Configure((services, provider) =>
            {
                var options = Read(services, configure, credential, name);
                provider.SetSampler(FixedRatioSampler.Of(options));
                provider.AddProcessor(new BatchActivityExportProcessor(new TraceExporter(new Transmitter(options))));
            })
            : throw new InvalidOperationException("The builder cannot be configured later.");
    }

    /// <summary>Sends metrics once a minute, each with what was added since the last time.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options; null for those of the environment.</param>
    /// <param name="credential">The identity that sends; the one in the options comes first.</param>
    /// <param name="name">The name of the options; null for the unnamed ones.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">The builder is null.</exception>
    /// <exception cref="InvalidOperationException">When the provider is built: the connection string is missing or wrong.</exception>
    public static MeterProviderBuilder AddAzureMonitorMetricExporter(
        this MeterProviderBuilder builder, Action<AzureMonitorExporterOptions> configure = null, TokenCredential credential = null, string name = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (name != null && configure != null)
        {
            builder.ConfigureServices(services => services.Configure(name, configure));
        }

        return builder.AddReader(services => new PeriodicExportingMetricReader(new MetricExporter(new Transmitter(Read(services, configure, credential, name))))
        {
            TemporalityPreference = MetricReaderTemporalityPreference.Delta,
        });
    }

    /// <summary>Sends logs.</summary>
    /// <param name="loggerOptions">The settings of the logs.</param>
    /// <param name="configure">Sets the options; null for those of the environment.</param>
    /// <param name="credential">The identity that sends; the one in the options comes first.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="ArgumentNullException">The settings are null.</exception>
    /// <exception cref="InvalidOperationException">The connection string is missing or wrong.</exception>
    public static OpenTelemetryLoggerOptions AddAzureMonitorLogExporter(
        this OpenTelemetryLoggerOptions loggerOptions, Action<AzureMonitorExporterOptions> configure = null, TokenCredential credential = null)
    {
        ArgumentNullException.ThrowIfNull(loggerOptions);
        return loggerOptions.AddProcessor(new BatchLogRecordExportProcessor(new LogExporter(new Transmitter(Complete(new AzureMonitorExporterOptions(), configure, credential)))));
    }

    /// <summary>Sends logs.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options; null for those of the environment.</param>
    /// <param name="credential">The identity that sends; the one in the options comes first.</param>
    /// <param name="name">The name of the options; null for the unnamed ones.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">The builder is null.</exception>
    /// <exception cref="InvalidOperationException">When the provider is built: the connection string is missing or wrong.</exception>
    public static LoggerProviderBuilder AddAzureMonitorLogExporter(
        this LoggerProviderBuilder builder, Action<AzureMonitorExporterOptions> configure = null, TokenCredential credential = null, string name = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (name != null && configure != null)
        {
            builder.ConfigureServices(services => services.Configure(name, configure));
        }

        return builder.AddProcessor(services => new BatchLogRecordExportProcessor(new LogExporter(new Transmitter(Read(services, configure, credential, name)))));
    }

    // All signals share the unnamed options of a provider, so each works on a fresh copy of them.
    private static AzureMonitorExporterOptions Read(IServiceProvider services, Action<AzureMonitorExporterOptions> configure, TokenCredential credential, string name) => Complete(
        services.GetRequiredService<IOptionsFactory<AzureMonitorExporterOptions>>().Create(name ?? Options.DefaultName),
        name == null ? configure : null,
        credential);

    private static AzureMonitorExporterOptions Complete(AzureMonitorExporterOptions options, Action<AzureMonitorExporterOptions> configure, TokenCredential credential)
    {
        configure?.Invoke(options);
        options.Credential ??= credential;
        return options;
    }
}
