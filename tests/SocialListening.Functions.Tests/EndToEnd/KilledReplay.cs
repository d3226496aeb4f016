using SocialListening.Contracts;
using SocialListening.Functions.Tests.Storage;
using Xunit.Abstractions;

namespace SocialListening.Functions.Tests.EndToEnd;

/// <summary>A replay that is killed again and again and goes on each time, until it has come to its end.</summary>
internal sealed class KilledReplay(TemporaryFolder folder, IReadOnlyList<string> settings, ITestOutputHelper log)
{
    // Kills follow each other more closely than any crash would, on a slow machine within one start: a message that five of them hit
    // is not put aside as one that nobody can work on.
    private const string Deliveries = "AzureFunctionsJobHost:extensions:queues:maxDequeueCount=1000";

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

            var (exitCode, output) = await AppProcess.RunAsync(folder.Path, Longest, [.. settings, Deliveries, $"Storage:Path={path}"]);
            log.WriteLine($"Round {round}: {killed - before} kills");
            Assert.True(exitCode == 0, output);
            await ended(path);
        }
    }

    /// <summary>Fails unless two replays have left the same, and nothing in their queues.</summary>
    public static void AssertSame(StoredResult expected, StoredResult actual)
    {
        Assert.Equal(expected.Queues, actual.Queues);
        Assert.All(actual.Queues, queue => Assert.True(queue.Value == 0, $"{queue.Value} messages are left in '{queue.Key}'."));
        Assert.Equal(expected.Mentions.Select(MentionKey), actual.Mentions.Select(MentionKey));
        Assert.Equal(expected.MentionLines(), actual.MentionLines());
        Assert.Equal(expected.RollupLines(), actual.RollupLines());
        Assert.Equal(expected.AlertLines(), actual.AlertLines());
    }

    private async Task<bool> RunUntilKilledAsync(string path, TimeSpan delay)
    {
        using var app = AppProcess.Start(folder.Path, [.. settings, Deliveries, $"Storage:Path={path}"]);
        await Task.Delay(delay, TimeProvider.System);
        if (app.HasEnded)
        {
            return false;
        }

        await app.KillAsync();
        return true;
    }

    private static string MentionKey(ScoredMention mention) => $"{mention.BrandId} {MentionId.Of(mention.Mention.Platform, mention.Mention.PlatformPostId)}";
}
