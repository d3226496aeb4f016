using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using SocialListening.Telemetry;

namespace SocialListening.Functions.Telemetry;

/// <summary>Sends traces and metrics while the app runs: from before the first function to after the last one.</summary>
internal sealed class TelemetryExport(IOptions<TelemetryOptions> options, IOptions<PricesOptions> prices) : IHostedLifecycleService, IDisposable
{
    private const int FlushMilliseconds = 5_000;

    private TracerProvider? _traces;
    private MeterProvider? _metrics;
    private SpendEstimate? _spend;

    /// <summary>Names the app and the process to whoever receives telemetry.</summary>
    /// <param name="options">The settings.</param>
    public static ResourceBuilder Resource(TelemetryOptions options) => ResourceBuilder.CreateDefault().AddService(
        options.ServiceName,
        serviceVersion: typeof(TelemetryExport).Assembly.GetName().Version?.ToString(),
        serviceInstanceId: Environment.GetEnvironmentVariable("WEBSITE_INSTANCE_ID") ?? string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}-{Environment.ProcessId}"));

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value;
        _spend = new SpendEstimate(prices);
        _traces = Sdk.CreateTracerProviderBuilder()
            .AddSource(ListeningTelemetry.Name)
            .SetResourceBuilder(Resource(settings))
            .AddDestinations(settings)
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .AddMeter(ListeningTelemetry.Name)
            .SetResourceBuilder(Resource(settings))
            .AddDestinations(settings)
            .Build();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            _traces?.ForceFlush(FlushMilliseconds);
            _metrics?.ForceFlush(FlushMilliseconds);
        },
        CancellationToken.None);

    /// <inheritdoc/>
    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
        _spend?.Dispose();
    }
}
