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
            // A round ends when a run reaches the end of the replay before it is killed; what is left goes on with a new file.
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
        // Two kills of three hit the work, some the start; together they leave the replay unfinished on average.
        var delay = uninterrupted.StartUp * (0.5 + random.NextDouble())
            + ((uninterrupted.Duration - uninterrupted.StartUp) * (random.NextDouble() * 2 / Kills));
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

    // A repeated poll reads a post again, a little later.
    private static string WithoutReading(ScoredMention mention) => StoredResult.Line(mention with { CollectedAtUtc = default });

    private static string MentionKey(ScoredMention mention) => $"{mention.BrandId} {MentionId.Of(mention.Mention.Platform, mention.Mention.PlatformPostId)}";
}
