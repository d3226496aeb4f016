using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using SocialListening.Functions.Tests.Storage;
using SocialListening.Telemetry;

namespace SocialListening.Functions.Tests.Telemetry;

/// <summary>A replay in this process that was watched by a listener and sent its telemetry to a collector.</summary>
public sealed class TracedRun : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Every activity that ended.</summary>
    internal ConcurrentQueue<Activity> Activities { get; } = new();

    /// <summary>What arrived.</summary>
    internal OtlpCollector Collector { get; private set; } = null!;

    /// <summary>The file that it left.</summary>
    internal string StoragePath => _folder.File("traced.db");

    public async Task InitializeAsync()
    {
        Collector = await OtlpCollector.StartAsync();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ListeningTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Activities.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        var builder = FunctionsApplication.CreateBuilder(
        [
            "Http:Port=0", $"Storage:Path={StoragePath}", "Run:ExitWhenIdle=true", "Replay:Length=4.12:00:00",
            $"Telemetry:OtlpEndpoint={Collector.Address}", "Telemetry:OtlpHeaders=x-test=passed-on", "Telemetry:ServiceName=listening-test", "Telemetry:MetricInterval=00:00:05",
        ]);
        builder.ConfigureFunctionsWebApplication();
        builder.Services.AddSocialListening(builder.Configuration);
        using var host = builder.Build();
        await host.RunAsync().WaitAsync(TimeSpan.FromMinutes(5), TimeProvider.System);
    }

    public async Task DisposeAsync() => await Collector.DisposeAsync();

    public void Dispose() => _folder.Dispose();
}
