using SocialListening.Contracts;
using SocialListening.Functions.Tests.Storage;
using Xunit.Abstractions;

namespace SocialListening.Functions.Tests.EndToEnd;

/// <summary>A replay that is killed again and again and goes on each time, until it has come to its end.</summary>
internal sealed class KilledReplay(TemporaryFolder folder, IReadOnlyList<string> settings, ITestOutputHelper log)
{
    /// <summary>How long the last run, which nothing kills, may take on a busy machine.</summary>
    public TimeSpan Longest { get; init; } = UninterruptedRun.Longest;

    /// <summary>Runs before each round, which begins with a new file.</summary>
    public Func<Task> BeforeRound { get; init; } = () => Task.CompletedTask;

    /// <summary>
    /// Kills it. On a machine whose speed jumps a run may reach the end before it is killed; the kills that are left then go on
    /// in another round.
    /// </summary>
    /// <param name="kills">How often.</param>
    /// <param name="delay">When, after each start.</param>
    /// <param name="ended">Takes the file of each round once the replay in it has ended.</param>
    public async Task RunAsync(int kills, Func<TimeSpan> delay, Func<string, Task> ended)
    {
        var killed = 0;
        for (var round = 1; killed < kills; round++)
        {
            await BeforeRound();
            var path = folder.File($"round-{round}.db");
            var before = killed;
            while (killed < kills && await RunUntilKilledAsync(path, delay()))
            {
                killed++;
            }

            var (exitCode, output) = await AppProcess.RunAsync(folder.Path, Longest, [.. settings, $"Storage:Path={path}"]);
            log.WriteLine($"Round {round}: {killed - before} kills");
            Assert.True(exitCode == 0, output);
            await ended(path);
        }
    }

    /// <summary>Fails unless two replays have left the same, and nothing in their queues.</summary>
    public static void AssertSame(StoredResult expected, StoredResult actual)
    {
        AssertSameCounts(expected, actual);
        Assert.Equal(expected.AlertLines(), actual.AlertLines());
    }

    /// <summary>
    /// The same, but of alerts only which, of what kind, from when, how grave and in which revision: what else they tell is read when
    /// a bucket is judged, and a message that a kill left hidden comes back after its lease, so a judgement may see it later.
    /// </summary>
    public static void AssertSameCounts(StoredResult expected, StoredResult actual)
    {
        Assert.Equal(expected.Mentions.Select(MentionKey), actual.Mentions.Select(MentionKey));
        Assert.Equal(expected.RollupLines(), actual.RollupLines());
        Assert.Equal(
            expected.Alerts.Select(alert => (alert.Id, alert.Kind, alert.OnsetUtc, alert.Severity, alert.Revision)),
            actual.Alerts.Select(alert => (alert.Id, alert.Kind, alert.OnsetUtc, alert.Severity, alert.Revision)));
        Assert.Equal(expected.Mentions.Select(WithoutReading), actual.Mentions.Select(WithoutReading));
        Assert.Equal(expected.Queues, actual.Queues);
        Assert.All(actual.Queues, queue => Assert.True(queue.Value == 0, $"{queue.Value} messages are left in '{queue.Key}'."));
    }

    private async Task<bool> RunUntilKilledAsync(string path, TimeSpan delay)
    {
        using var app = AppProcess.Start(folder.Path, [.. settings, $"Storage:Path={path}"]);
        await Task.Delay(delay, TimeProvider.System);
        if (app.HasEnded)
        {
            return false;
        }

        await app.KillAsync();
        return true;
    }

    // When a post was last read is no part of the promise: a run that is repeated after a kill may read it at another time.
    private static string WithoutReading(ScoredMention mention) => StoredResult.Line(mention with { CollectedAtUtc = default });

    private static string MentionKey(ScoredMention mention) => $"{mention.BrandId} {MentionId.Of(mention.Mention.Platform, mention.Mention.PlatformPostId)}";
}
