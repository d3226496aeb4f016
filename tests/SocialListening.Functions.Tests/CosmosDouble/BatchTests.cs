using System.Globalization;
using System.Net;
using Microsoft.Azure.Cosmos;
using SocialListening.CosmosDouble;

namespace SocialListening.Functions.Tests.CosmosDouble;

/// <summary>Transactional batches and bulk through the real SDK.</summary>
public sealed class BatchTests
{
    private static readonly PartitionKey P = new("p");

    [Fact]
    public async Task Execute_EveryKindOfOperation_AnswersEachInOrder()
    {
        using var notes = await DoubledContainer.CreateAsync();
        await notes.Items.CreateItemAsync(new Note("old", "p", 1, Tags: ["a"]));
        await notes.Items.CreateItemAsync(new Note("gone", "p"));

        using var done = await notes.Items.CreateTransactionalBatch(P)
            .CreateItem(new Note("new", "p", 1))
            .UpsertItem(new Note("old", "p", 2, Tags: ["a"]))
            .PatchItem("old", [PatchOperation.Increment("/n", 5), PatchOperation.Add("/tags/-", "b")])
            .ReplaceItem("new", new Note("new", "p", 7))
            .ReadItem("old")
            .DeleteItem("gone")
            .ExecuteAsync();

        Assert.Equal(
            [HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NoContent],
            done.Select(result => result.StatusCode));
        var read = done.GetOperationResultAtIndex<Note>(4);
        Assert.Equal(7, read.Resource.N);
        Assert.Equal(["a", "b"], read.Resource.Tags!);
        Assert.Equal((await notes.Items.ReadItemAsync<Note>("old", P)).ETag, read.ETag);
        Assert.Equal(done.Sum(result => result.RequestCharge()), done.RequestCharge, 2);
        Assert.Equal(1, notes.Account.Meter.Requests(RequestKind.Batch));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Execute_OneOperationFails_NothingTookEffect(int failing)
    {
        using var notes = await DoubledContainer.CreateAsync();
        await notes.Items.CreateItemAsync(new Note("there", "p", 1));
        var batch = notes.Items.CreateTransactionalBatch(P);
        for (var i = 0; i < 3; i++)
        {
            batch = i == failing ? batch.CreateItem(new Note("there", "p", 2)) : batch.UpsertItem(new Note(i.ToString(CultureInfo.InvariantCulture), "p"));
        }

        using var done = await batch.ExecuteAsync();

        Assert.Equal(HttpStatusCode.Conflict, done.StatusCode);
        Assert.Equal(Enumerable.Range(0, 3).Select(i => i == failing ? HttpStatusCode.Conflict : HttpStatusCode.FailedDependency), done.Select(result => result.StatusCode));
        Assert.Equal(["there"], await notes.QueryAsync<string>("SELECT VALUE c.id FROM c"));
        Assert.Equal(1, (await notes.Items.ReadItemAsync<Note>("there", P)).Resource.N);
    }

    [Fact]
    public async Task Execute_StaleTag_FailsThePrecondition()
    {
        using var notes = await DoubledContainer.CreateAsync();
        var first = await notes.Items.CreateItemAsync(new Note("a", "p", 1));
        await notes.Items.UpsertItemAsync(new Note("a", "p", 2));

        using var done = await notes.Items.CreateTransactionalBatch(P)
            .CreateItem(new Note("b", "p"))
            .ReplaceItem("a", new Note("a", "p", 3), new TransactionalBatchItemRequestOptions { IfMatchEtag = first.ETag })
            .ExecuteAsync();

        Assert.Equal(HttpStatusCode.PreconditionFailed, done.StatusCode);
        await Refusal.OfAsync(HttpStatusCode.NotFound, () => notes.Items.ReadItemAsync<Note>("b", P));
    }

    [Fact]
    public async Task Execute_AnItemOfAnotherPartition_IsRefusedWhole()
    {
        using var notes = await DoubledContainer.CreateAsync();

        using var done = await notes.Items.CreateTransactionalBatch(P).CreateItem(new Note("a", "p")).CreateItem(new Note("b", "q")).ExecuteAsync();

        Assert.Equal(HttpStatusCode.BadRequest, done.StatusCode);
        Assert.Empty(await notes.QueryAsync<string>("SELECT VALUE c.id FROM c"));
    }

    [Theory]
    [InlineData(100, HttpStatusCode.OK)]
    [InlineData(101, HttpStatusCode.BadRequest)]
    public async Task Execute_ManyOperations_AHundredAreTaken(int count, HttpStatusCode expected)
    {
        using var notes = await DoubledContainer.CreateAsync();
        var batch = notes.Items.CreateTransactionalBatch(P);
        for (var i = 0; i < count; i++)
        {
            batch = batch.CreateItem(new Note(i.ToString(CultureInfo.InvariantCulture), "p"));
        }

        using var done = await batch.ExecuteAsync();

        Assert.Equal(expected, done.StatusCode);
    }

    [Fact]
    public async Task Execute_MoreThanTwoMegabytes_IsTooLarge()
    {
        using var notes = await DoubledContainer.CreateAsync();
        var batch = notes.Items.CreateTransactionalBatch(P);
        for (var i = 0; i < 4; i++)
        {
            batch = batch.CreateItem(new Note(i.ToString(CultureInfo.InvariantCulture), "p", Text: new string('t', 600_000)));
        }

        using var done = await batch.ExecuteAsync();

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, done.StatusCode);
    }

    [Fact]
    public async Task Bulk_SomeFail_TheOthersTakeEffect()
    {
        using var notes = await DoubledContainer.CreateAsync(new CosmosDoubleOptions { PhysicalPartitions = 4 }, configure: options => options.AllowBulkExecution = true);
        await notes.Items.CreateItemAsync(new Note("5", "p5"));
        notes.Account.Meter.Reset();

        var done = await Task.WhenAll(Enumerable.Range(0, 60).Select(async i =>
        {
            using var body = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($$"""{"id":"{{i}}","pk":"p{{i}}"}"""));
            using var answer = await notes.Items.CreateItemStreamAsync(body, new PartitionKey($"p{i}"));
            return answer.StatusCode;
        }));

        Assert.Equal(HttpStatusCode.Conflict, Assert.Single(done, status => status != HttpStatusCode.Created));
        Assert.Equal(60, (await notes.QueryAsync<string>("SELECT VALUE c.id FROM c")).Count);
        Assert.InRange(notes.Account.Meter.Requests(RequestKind.Bulk), 4, 12);
    }
}
