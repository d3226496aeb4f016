using SocialListening.Contracts;
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
        var killed = 0;
        for (var round = 1; killed < Kills; round++)
        {
            // On a machine whose speed jumps, a run may reach the end before it is killed; the kills that are left then go on with a new file.
            var path = _folder.File($"round-{round}.db");
            var before = killed;
            while (killed < Kills && await RunUntilKilledAsync(path, random))
            {
                killed++;
            }

            var (exitCode, output) = await AppProcess.RunAsync(_folder.Path, UninterruptedRun.Longest, [.. UninterruptedRun.Settings, $"Storage:Path={path}"]);
            log.WriteLine($"Round {round}: {killed - before} kills");
            Assert.True(exitCode == 0, output);
            AssertSame(uninterrupted.Result, await StoredResult.ReadAsync(path));
        }
    }

    public void Dispose() => _folder.Dispose();

    private async Task<bool> RunUntilKilledAsync(string path, Random random)
    {
        // Some kills hit the start, most the work; all together leave the replay unfinished, so that one file takes them all.
        var delay = uninterrupted.StartUp * (0.5 + random.NextDouble())
            + ((uninterrupted.Duration - uninterrupted.StartUp) * (random.NextDouble() * 1.4 / Kills));
        using var app = AppProcess.Start(_folder.Path, [.. UninterruptedRun.Settings, $"Storage:Path={path}"]);
        await Task.Delay(delay, TimeProvider.System);
        if (app.HasEnded)
        {
            return false;
        }

        await app.KillAsync();
        return true;
    }

    private static void AssertSame(StoredResult expected, StoredResult actual)
    {
        Assert.Equal(expected.Mentions.Select(MentionKey), actual.Mentions.Select(MentionKey));
        Assert.Equal(expected.RollupLines(), actual.RollupLines());
        Assert.Equal(
            expected.Alerts.Select(alert => (alert.Id, alert.Kind, alert.OnsetUtc, alert.Severity, alert.Revision)),
            actual.Alerts.Select(alert => (alert.Id, alert.Kind, alert.OnsetUtc, alert.Severity, alert.Revision)));
        Assert.Equal(expected.AlertLines(), actual.AlertLines());
        Assert.Equal(expected.Mentions.Select(WithoutReading), actual.Mentions.Select(WithoutReading));
        Assert.Equal(expected.Queues, actual.Queues);
        Assert.All(actual.Queues, queue => Assert.True(queue.Value == 0, $"{queue.Value} messages are left in '{queue.Key}'."));
    }

    // When a post was last read is no part of the promise: a run that is repeated after a kill may read it at another time.
    private static string WithoutReading(ScoredMention mention) => StoredResult.Line(mention with { CollectedAtUtc = default });

    private static string MentionKey(ScoredMention mention) => $"{mention.BrandId} {MentionId.Of(mention.Mention.Platform, mention.Mention.PlatformPostId)}";
}
