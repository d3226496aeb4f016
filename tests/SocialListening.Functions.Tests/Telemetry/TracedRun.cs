using SocialListening.Functions.Tests.EndToEnd;
using SocialListening.Functions.Tests.Storage;

namespace SocialListening.Functions.Tests.Telemetry;

/// <summary>A replay that sent its telemetry to a collector.</summary>
public sealed class TracedRun : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>What arrived.</summary>
    internal OtlpCollector Collector { get; private set; } = null!;

    /// <summary>The file that it left.</summary>
    internal string StoragePath => _folder.File("traced.db");

    public async Task InitializeAsync()
    {
        Collector = await OtlpCollector.StartAsync();
        var (exitCode, output) = await AppProcess.RunAsync(
            _folder.Path,
            UninterruptedRun.Longest,
            [
                .. UninterruptedRun.Settings, $"Storage:Path={StoragePath}", $"Telemetry:OtlpEndpoint={Collector.Address}",
                "Telemetry:OtlpHeaders=x-test=passed-on", "Telemetry:ServiceName=listening-test", "Telemetry:MetricInterval=00:00:05",
            ]);
        Assert.True(exitCode == 0, output);
    }

    public async Task DisposeAsync() => await Collector.DisposeAsync();

    public void Dispose() => _folder.Dispose();
}
