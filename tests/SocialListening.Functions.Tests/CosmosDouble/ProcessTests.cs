using System.Globalization;
using System.Net;
using Microsoft.Azure.Cosmos;
using SocialListening.CosmosDouble;
using SocialListening.CosmosDouble.Faults;
using SocialListening.Functions.Tests.Storage;

namespace SocialListening.Functions.Tests.CosmosDouble;

/// <summary>The account over HTTP, and the file it starts again from.</summary>
public sealed class ProcessTests
{
    private static readonly PartitionKey P = new("p");

    [Fact]
    public async Task Server_OverHttp_AnswersAsInProcess()
    {
        using var account = new CosmosAccountDouble(new CosmosDoubleOptions { PhysicalPartitions = 2 });
        await using var server = await CosmosDoubleServer.StartAsync(account, port: 0, CancellationToken.None);
        using var client = ClientOf(server.Endpoint);
        Container items = await (await client.CreateDatabaseIfNotExistsAsync("notes")).Database.CreateContainerIfNotExistsAsync("notes", "/pk");

        await items.CreateItemAsync(new Note("a b é+%", "p", 1));
        using var done = await items.CreateTransactionalBatch(P).UpsertItem(new Note("b", "p", 2)).ExecuteAsync();
        var read = await items.ReadItemAsync<Note>("a b é+%", P);
        using var pages = items.GetItemQueryIterator<double>("SELECT VALUE c.n FROM c ORDER BY c.n DESC");

        Assert.True(done.IsSuccessStatusCode);
        Assert.Equal(1, read.Resource.N);
        Assert.Equal([2, 1], await pages.ReadNextAsync());
    }

    [Fact]
    public async Task Server_LosesAnAnswer_TheWriteTookEffect()
    {
        using var account = new CosmosAccountDouble();
        await using var server = await CosmosDoubleServer.StartAsync(account, port: 0, CancellationToken.None);
        using var client = ClientOf(server.Endpoint);
        Container items = await (await client.CreateDatabaseIfNotExistsAsync("notes")).Database.CreateContainerIfNotExistsAsync("notes", "/pk");
        account.Faults = new FaultPlan().Add(new FaultRule { Kind = FaultKind.LostAnswer, On = new HashSet<RequestKind> { RequestKind.Create }, Times = 1 });

        await Assert.ThrowsAsync<HttpRequestException>(() => items.CreateItemAsync(new Note("a", "p")));

        Assert.Equal(HttpStatusCode.OK, (await items.ReadItemAsync<Note>("a", P)).StatusCode);
    }

    [Fact]
    public async Task Journal_ReadAgain_HoldsEveryCommitAndNoTornOne()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("journal");
        string tag;
        using (var notes = await DoubledContainer.CreateAsync(new CosmosDoubleOptions { JournalPath = path }, new ContainerProperties("notes", "/pk") { DefaultTimeToLive = -1 }))
        {
            await notes.Items.CreateItemAsync(new Note("gone", "p"));
            await notes.Items.CreateItemAsync(new Note("a", "p", 1, "é\n\"", Ttl: 60));
            using var batch = await notes.Items.CreateTransactionalBatch(P).ReplaceItem("a", new Note("a", "p", 2, "é\n\"", Ttl: 60)).CreateItem(new Note("b", "p")).DeleteItem("gone").ExecuteAsync();
            tag = batch[0].ETag;
        }

        await File.AppendAllTextAsync(path, """{"in":"dbs/torn""");
        for (var start = 0; start < 2; start++)
        {
            using var again = await DoubledContainer.CreateAsync(new CosmosDoubleOptions { JournalPath = path });
            Assert.Equal(["a", "b"], (await again.QueryAsync<string>("SELECT VALUE c.id FROM c WHERE c.id < 'c'")).Order(StringComparer.Ordinal));
            var read = await again.Items.ReadItemAsync<Note>("a", P);
            Assert.Equal((2, "é\n\"", 60, tag), (read.Resource.N, read.Resource.Text, read.Resource.Ttl, read.ETag));
            Assert.Equal(-1, (await again.Items.ReadContainerAsync()).Resource.DefaultTimeToLive);
            var created = await again.Items.CreateItemAsync(new Note(start.ToString("'z'0", CultureInfo.InvariantCulture), "p"));
            Assert.NotEqual(tag, created.ETag);
        }
    }

    private static CosmosClient ClientOf(Uri endpoint) => new(endpoint.ToString(), CosmosAccountDouble.Key, new CosmosClientOptions
    {
        ConnectionMode = ConnectionMode.Gateway,
        LimitToEndpoint = true,
        UseSystemTextJsonSerializerWithOptions = new(System.Text.Json.JsonSerializerDefaults.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull },
    });
}
