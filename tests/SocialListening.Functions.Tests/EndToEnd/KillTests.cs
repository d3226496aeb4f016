using SocialListening.Functions.Tests.Storage;
using Xunit.Abstractions;

namespace SocialListening.Functions.Tests.EndToEnd;

[Collection(ProcessCollection.Name)]
public sealed class KillTests(UninterruptedRun uninterrupted, ITestOutputHelper log) : IDisposable
{
    private const int Kills = 20;
    private const int Seed = 20260322;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Replay_KilledAtTwentyRandomPoints_EndsWithTheSameMentionsCountsAndAlerts()
    {
        Assert.NotEmpty(uninterrupted.Result.Mentions);
        Assert.NotEmpty(uninterrupted.Result.Alerts);
        var random = new Random(Seed);

        // Some kills hit the start, most the work; all together leave the replay unfinished, so that one file takes them all.
        TimeSpan Delay() => uninterrupted.StartUp * (0.5 + random.NextDouble())
            + ((uninterrupted.Duration - uninterrupted.StartUp) * (random.NextDouble() * 1.4 / Kills));

        await new KilledReplay(_folder, UninterruptedRun.Settings, log).RunAsync(
            Kills, Delay, async path => KilledReplay.AssertSame(uninterrupted.Result, await StoredResult.ReadAsync(path)));
    }

    public void Dispose() => _folder.Dispose();
}
