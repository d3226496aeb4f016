using SocialListening.Functions.Tests.EndToEnd;
using SocialListening.Functions.Tests.Storage;
using SocialListening.Functions.Tests.Telemetry.AzureMonitor;

namespace SocialListening.Functions.Tests.Telemetry;

/// <summary>A replay that sent its telemetry to a collector and to Azure Monitor, with every log record that there is.</summary>
public sealed class TracedRun : IAsyncLifetime, IDisposable
{
    /// <summary>Settings that nobody but the app may learn.</summary>
    public static IReadOnlyList<string> Secrets { get; } = ["host-key-8b1d", "master-key-77ac", "collector-key-19fe"];

    private readonly TemporaryFolder _folder = new();

    /// <summary>What arrived at the collector.</summary>
    internal OtlpCollector Collector { get; private set; } = null!;

    /// <summary>What arrived at Azure Monitor.</summary>
    internal TrackServer Monitor { get; private set; } = null!;

    /// <summary>The file that it left.</summary>
    internal string StoragePath => _folder.File("traced.db");

    public async Task InitializeAsync()
    {
        Collector = await OtlpCollector.StartAsync();
        Monitor = await TrackServer.StartAsync();
        var (exitCode, output) = await AppProcess.RunAsync(
            _folder.Path,
            UninterruptedRun.Longest,
            [
                .. UninterruptedRun.Settings, $"Storage:Path={StoragePath}", $"Telemetry:OtlpEndpoint={Collector.Address}",
                $"Telemetry:OtlpHeaders=x-test=passed-on,x-key={Secrets[2]}", "Telemetry:ServiceName=listening-test", "Telemetry:MetricInterval=00:00:05",
                $"APPLICATIONINSIGHTS_CONNECTION_STRING={Monitor.ConnectionString}", "Logging:OpenTelemetry:LogLevel:Default=Trace",
                $"Host:Keys:default={Secrets[0]}", $"Host:Keys:_master={Secrets[1]}",
            ]);
        Assert.True(exitCode == 0, output);
    }

    public async Task DisposeAsync()
    {
        await Collector.DisposeAsync();
        await Monitor.DisposeAsync();
    }

    public void Dispose() => _folder.Dispose();
}
