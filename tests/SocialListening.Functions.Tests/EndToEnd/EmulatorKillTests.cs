using System.Diagnostics;
using SocialListening.Functions.Tests.Queues;
using SocialListening.Functions.Tests.Storage;
using Xunit.Abstractions;

namespace SocialListening.Functions.Tests.EndToEnd;

/// <summary>The killed replay with storage queues, held against one that ran to its end with the embedded ones.</summary>
[Collection(ProcessCollection.Name)]
[RequiresSetting(EmulatorQueues.Variable, EmulatorQueues.Service)]
[Trait("Category", "Emulator")]
public sealed class EmulatorKillTests(ITestOutputHelper log) : IAsyncLifetime, IDisposable
{
    private const int Kills = 10;
    private const int Seed = 20260323;

    // Each look at a storage queue is a call, so these replays are shorter and poll more rarely than the embedded one.
    private static readonly string[] Settings =
    [
        .. UninterruptedRun.Settings, "Replay:Length=1.12:00:00", "PollSourcesSchedule=0 0 * * * *", "DetectSpikesSchedule=0 2 * * * *",
        "AzureFunctionsJobHost:extensions:queues:maxPollingInterval=00:00:00.1", "Host:QueueLease=00:00:05",
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly EmulatorQueues _queues = new();

    [BackendFact]
    public async Task Replay_KilledAtRandomPoints_EndsWithTheSameMentionsCountsAndAlerts()
    {
        var path = _folder.File("embedded.db");
        var watch = Stopwatch.StartNew();
        var (exitCode, output) = await AppProcess.RunAsync(_folder.Path, UninterruptedRun.Longest, [.. Settings, $"Storage:Path={path}"]);
        var embedded = watch.Elapsed;
        Assert.True(exitCode == 0, output);
        var expected = await StoredResult.ReadAsync(path);
        Assert.NotEmpty(expected.Mentions);
        Assert.NotEmpty(expected.Alerts);
        var random = new Random(Seed);

        var replay = new KilledReplay(_folder, [.. Settings, .. EmulatorQueues.Settings], log) { Longest = TimeSpan.FromMinutes(20), BeforeRound = _queues.DeleteAsync };
        await replay.RunAsync(
            Kills,
            () => embedded * (0.2 + random.NextDouble()),
            async file => KilledReplay.AssertSame(expected, await StoredResult.ReadAsync(file, _queues.Transport)));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _queues.DeleteAsync();

    public void Dispose() => _folder.Dispose();
}
