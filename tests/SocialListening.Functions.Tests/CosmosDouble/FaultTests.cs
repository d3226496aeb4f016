using System.Net;
using Microsoft.Azure.Cosmos;
using SocialListening.CosmosDouble;
using SocialListening.CosmosDouble.Faults;
using SocialListening.Functions.Tests.Storage;

namespace SocialListening.Functions.Tests.CosmosDouble;

/// <summary>What goes wrong, as the real SDK meets it.</summary>
public sealed class FaultTests
{
    private static readonly PartitionKey P = new("p");

    [Theory]
    [InlineData(FaultKind.Throttled)]
    [InlineData(FaultKind.RetryWith)]
    public async Task Write_RefusedBeforeItTookEffect_IsRetriedByTheSdk(FaultKind kind)
    {
        using var notes = await DoubledContainer.CreateAsync();
        notes.Account.Faults = new FaultPlan().Add(new FaultRule { Kind = kind, Times = 2 });

        var created = await notes.Items.CreateItemAsync(new Note("a", "p"));

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal(3, notes.Account.Meter.Requests(RequestKind.Create));
    }

    [Fact]
    public async Task Write_ThrottledForTooLong_IsHandedOnWithItsWait()
    {
        using var notes = await DoubledContainer.CreateAsync(configure: options => options.MaxRetryAttemptsOnRateLimitedRequests = 1);
        notes.Account.Faults = new FaultPlan().Add(new FaultRule { Kind = FaultKind.Throttled, Delay = TimeSpan.FromMilliseconds(7) });

        var refused = await Refusal.OfAsync(HttpStatusCode.TooManyRequests, () => notes.Items.CreateItemAsync(new Note("a", "p")));

        Assert.Equal(TimeSpan.FromMilliseconds(7), refused.RetryAfter);
        notes.Account.Faults.Clear();
        await Refusal.OfAsync(HttpStatusCode.NotFound, () => notes.Items.ReadItemAsync<Note>("a", P));
    }

    [Theory]
    [InlineData(FaultKind.TimedOutAfterCommit, typeof(CosmosException))]
    [InlineData(FaultKind.LostAnswer, typeof(HttpRequestException))]
    public async Task Write_AnswerLostAfterTheCommit_FailsThoughItTookEffect(FaultKind kind, Type failure)
    {
        using var notes = await DoubledContainer.CreateAsync();
        notes.Account.Faults = new FaultPlan().Add(new FaultRule { Kind = kind, On = new HashSet<RequestKind> { RequestKind.Create }, Times = 1 });

        Assert.IsAssignableFrom(failure, await Record.ExceptionAsync(() => notes.Items.CreateItemAsync(new Note("a", "p", 4))));

        Assert.Equal(4, (await notes.Items.ReadItemAsync<Note>("a", P)).Resource.N);
        await Refusal.OfAsync(HttpStatusCode.Conflict, () => notes.Items.CreateItemAsync(new Note("a", "p", 5)));
    }

    [Fact]
    public async Task Batch_AnswerLostAfterTheCommit_TookEffectWhole()
    {
        using var notes = await DoubledContainer.CreateAsync();
        notes.Account.Faults = new FaultPlan().Add(new FaultRule { Kind = FaultKind.TimedOutAfterCommit, On = new HashSet<RequestKind> { RequestKind.Batch }, Times = 1 });

        using var done = await notes.Items.CreateTransactionalBatch(P).CreateItem(new Note("a", "p")).CreateItem(new Note("b", "p")).ExecuteAsync();

        Assert.Equal(HttpStatusCode.RequestTimeout, done.StatusCode);
        Assert.Equal(["a", "b"], (await notes.QueryAsync<string>("SELECT VALUE c.id FROM c")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ConditionalWrite_AnotherWriterSlipsIn_FailsThePreconditionOnce()
    {
        using var notes = await DoubledContainer.CreateAsync();
        var created = await notes.Items.CreateItemAsync(new Note("a", "p", 1));
        notes.Account.Faults = new FaultPlan().Add(new FaultRule { Kind = FaultKind.ConcurrentWriter, On = new HashSet<RequestKind> { RequestKind.Replace, RequestKind.Batch }, Times = 2 });

        await Refusal.OfAsync(HttpStatusCode.PreconditionFailed, () => notes.Items.ReplaceItemAsync(new Note("a", "p", 2), "a", P, new ItemRequestOptions { IfMatchEtag = created.ETag }));
        var tag = (await notes.Items.ReadItemAsync<Note>("a", P)).ETag;
        using var batch = await notes.Items.CreateTransactionalBatch(P).ReplaceItem("a", new Note("a", "p", 3), new TransactionalBatchItemRequestOptions { IfMatchEtag = tag }).ExecuteAsync();
        Assert.Equal(HttpStatusCode.PreconditionFailed, batch.StatusCode);
        tag = (await notes.Items.ReadItemAsync<Note>("a", P)).ETag;
        var replaced = await notes.Items.ReplaceItemAsync(new Note("a", "p", 4), "a", P, new ItemRequestOptions { IfMatchEtag = tag });

        Assert.Equal(4, replaced.Resource.N);
    }

    [Fact]
    public async Task BeforeRequest_StoresAVersion_TheConditionalWriteThatFollowsFails()
    {
        using var notes = await DoubledContainer.CreateAsync();
        var created = await notes.Items.CreateItemAsync(new Note("a", "p", 1));
        notes.Account.BeforeRequest = async (kind, _, cancellationToken) =>
        {
            if (kind == RequestKind.Replace)
            {
                await notes.Items.UpsertItemAsync(new Note("a", "p", 50), cancellationToken: cancellationToken);
            }
        };

        await Refusal.OfAsync(HttpStatusCode.PreconditionFailed, () => notes.Items.ReplaceItemAsync(new Note("a", "p", 2), "a", P, new ItemRequestOptions { IfMatchEtag = created.ETag }));

        Assert.Equal(50, (await notes.Items.ReadItemAsync<Note>("a", P)).Resource.N);
    }

    [Fact]
    public async Task Storm_SameSeed_StrikesTheSameRequestsWhateverTheirOrder()
    {
        var first = await StormAsync(seed: 5, Enumerable.Range(0, 120));
        var again = await StormAsync(seed: 5, Enumerable.Range(0, 120).Reverse());
        var other = await StormAsync(seed: 6, Enumerable.Range(0, 120));

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.InRange(first.Count, 12, 48);
    }

    [Fact]
    public async Task Throughput_UsedUp_AsksToWaitUntilItFillsUp()
    {
        var clock = new ManualClock();
        using var notes = await DoubledContainer.CreateAsync(new CosmosDoubleOptions { Clock = clock, RequestUnitsPerSecond = 40 }, configure: options => options.MaxRetryAttemptsOnRateLimitedRequests = 0);
        clock.Advance(TimeSpan.FromSeconds(5));
        CosmosException? refused = null;
        for (var i = 0; i < 20 && refused is null; i++)
        {
            refused = (CosmosException?)await Record.ExceptionAsync(() => notes.Items.CreateItemAsync(new Note($"{i}", "p")));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, refused!.StatusCode);
        Assert.InRange(refused.RetryAfter!.Value.TotalMilliseconds, 1, 1000);
        clock.Advance(refused.RetryAfter.Value);
        await notes.Items.CreateItemAsync(new Note("after", "p"));
    }

    // The ids whose creation failed.
    private static async Task<SortedSet<int>> StormAsync(int seed, IEnumerable<int> order)
    {
        using var notes = await DoubledContainer.CreateAsync();
        notes.Account.Faults = new FaultPlan(seed).Add(new FaultRule { Kind = FaultKind.TimedOutAfterCommit, Probability = 0.2 });
        var failed = new SortedSet<int>();
        foreach (var i in order)
        {
            if (await Record.ExceptionAsync(() => notes.Items.CreateItemAsync(new Note($"{i}", $"{i}"))) is not null)
            {
                failed.Add(i);
            }
        }

        return failed;
    }
}
