using SocialListening.Contracts;
using SocialListening.CosmosDouble;
using SocialListening.CosmosDouble.Faults;
using SocialListening.Functions.Azure.Cosmos;
using static SocialListening.Functions.Tests.Storage.Make;

namespace SocialListening.Functions.Tests.Cosmos;

/// <summary>Writers that race each other while a share of all requests fails, some of them after they took effect.</summary>
public sealed class FaultStormTests
{
    private const int Writers = 4;
    private const int Posts = 1_200;

    [Fact]
    public async Task Store_RacingWritersInAStorm_CountEachPostOnceAtEveryGranularity()
    {
        using var backend = DoubledCosmosBackend.Open();
        backend.Account.Faults = Storm(seed: 5, share: 0.1);
        var posts = Enumerable.Range(0, Posts).Select(i => Mention($"{i}", Noon.AddSeconds(i * 7), sentiment: (SentimentLabel)(i % 3), likes: i % 5)).ToArray();
        var writers = Enumerable.Range(0, Writers).Select(seed => Task.Run(async () =>
        {
            var order = posts.ToArray();
            new Random(seed).Shuffle(order);
            var added = 0;
            foreach (var batch in order.Chunk(150))
            {
                added += (await backend.Mentions.StoreAsync("cafe", batch, default)).Added;
            }

            return added;
        }));

        var added = await Task.WhenAll(writers);

        Assert.InRange(backend.Account.Faults.Struck, 10, int.MaxValue);
        backend.Account.Faults.Clear();
        Assert.Equal(Posts, added.Sum());
        foreach (var granularity in Enum.GetValues<Granularity>())
        {
            var parts = await CosmosRollups.PartsAsync(backend.Database.Mentions, "cafe", granularity, Noon.AddDays(-2), Noon.AddDays(2), default);
            Assert.Equal(Recounted.Lines(granularity, posts), parts.OrderBy(part => part.Start).Select(Recounted.Line));
        }
    }

    [Fact]
    public async Task TrySave_InAStorm_NeverMistakesItselfForAnother()
    {
        using var backend = DoubledCosmosBackend.Open();
        backend.Account.Faults = Storm(seed: 6, share: 0.25);
        for (var version = 0; version < 60; version++)
        {
            Assert.True(await backend.Sources.TrySaveAsync(State("cafe/news", failures: version), version, default));
        }

        Assert.InRange(backend.Account.Faults.Struck, 10, int.MaxValue);
        backend.Account.Faults.Clear();
        Assert.Equal(60, (await backend.Sources.GetAsync("cafe/news", default)).Version);
    }

    [Fact]
    public async Task TrySave_AnswerLostAndAnotherWroteMeanwhile_StillKnowsThatItWasFirst()
    {
        using var backend = DoubledCosmosBackend.Open();
        await backend.Sources.TrySaveAsync(State("cafe/news"), 0, default);
        backend.Account.Faults = new FaultPlan(1).Add(new FaultRule { Kind = FaultKind.LostAnswer, On = new HashSet<RequestKind> { RequestKind.Replace }, Times = 1 });
        var reads = 0;
        backend.Account.BeforeRequest = async (kind, _, _) =>
        {
            // The second read is that after the lost answer.
            if (kind == RequestKind.Read && ++reads == 2)
            {
                Assert.True(await backend.Sources.TrySaveAsync(State("cafe/news", failures: 9), 2, default));
            }
        };

        Assert.True(await backend.Sources.TrySaveAsync(State("cafe/news", failures: 1), 1, default));

        Assert.Equal(9, (await backend.Sources.GetAsync("cafe/news", default)).Value!.ConsecutiveFailures);
    }

    [Fact]
    public async Task TryCommit_InAStorm_TellsEachCommitThatWentThrough()
    {
        using var backend = DoubledCosmosBackend.Open();
        backend.Account.Faults = Storm(seed: 7, share: 0.25);
        for (var version = 0; version < 30; version++)
        {
            Assert.True(await backend.Alerts.TryCommitAsync("cafe", [(byte)version], version, Noon, [Alert($"{version}")], default));
            Assert.True(await backend.Alerts.TryMarkNotifiedAsync("cafe", $"{version}", 1, "console", default));
            await backend.Alerts.MarkQueuedAsync("cafe", $"{version}", 1, default);
        }

        backend.Account.Faults.Clear();
        Assert.Equal(30, (await backend.Alerts.ListAsync("cafe", null, 1000, default)).Count);
        Assert.Empty(await backend.Alerts.ListPendingAsync("cafe", default));
        Assert.Equal(30, (await backend.Alerts.GetDetectionStateAsync("cafe", default)).Version);
    }

    // A writer that slips in changes documents of others, which here would be counts; conflicts come from the racing writers.
    private static FaultPlan Storm(int seed, double share) => new FaultPlan(seed).AddStorm(
        share, FaultKind.Throttled, FaultKind.Unavailable, FaultKind.RetryWith, FaultKind.TimedOut, FaultKind.TimedOutAfterCommit, FaultKind.LostAnswer);
}
