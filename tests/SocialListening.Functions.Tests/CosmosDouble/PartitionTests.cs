using System.Globalization;
using System.Net;
using Microsoft.Azure.Cosmos;
using SocialListening.CosmosDouble;

namespace SocialListening.Functions.Tests.CosmosDouble;

/// <summary>Where keys lie, by the SDK's own arithmetic, and hierarchical keys.</summary>
public sealed class PartitionTests
{
    private static readonly ContainerProperties Hierarchical = new("notes", ["/pk", "/text", "/id"]);

    [Fact]
    public async Task Bulk_OverManyPartitions_IsSentWhereTheDoubleKeepsEachKey()
    {
        using var notes = await DoubledContainer.CreateAsync(new CosmosDoubleOptions { PhysicalPartitions = 32 }, configure: options => options.AllowBulkExecution = true);

        await Task.WhenAll(Enumerable.Range(0, 300).Select(i => notes.Items.CreateItemAsync(new Note($"{i}", $"clé {i * i}"))));

        Assert.Equal(0, notes.Account.Meter.Answers(410));
        Assert.Equal(300, (await notes.QueryAsync<string>("SELECT VALUE c.id FROM c")).Distinct().Count());
    }

    [Fact]
    public async Task Bulk_HierarchicalKeys_IsSentWhereTheDoubleKeepsEachKey()
    {
        using var notes = await DoubledContainer.CreateAsync(new CosmosDoubleOptions { PhysicalPartitions = 32 }, Hierarchical, options => options.AllowBulkExecution = true);

        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => notes.Items.CreateItemAsync(new Note($"{i}", $"{i % 7}", Text: $"{i % 3}"))));

        Assert.Equal(0, notes.Account.Meter.Answers(410));
    }

    [Fact]
    public async Task Query_UnderAPrefixOfAHierarchicalKey_SeesWhatLiesBelow()
    {
        using var notes = await DoubledContainer.CreateAsync(new CosmosDoubleOptions { PhysicalPartitions = 8 }, Hierarchical);
        for (var i = 0; i < 24; i++)
        {
            await notes.Items.CreateItemAsync(new Note(i.ToString("00", CultureInfo.InvariantCulture), $"{i % 4}", i, $"{i % 3}"));
        }

        var prefix = new PartitionKeyBuilder().Add("1").Build();
        var deeper = new PartitionKeyBuilder().Add("1").Add("2").Build();
        Assert.Equal(["01", "05", "09", "13", "17", "21"], await notes.QueryAsync<string>(new QueryDefinition("SELECT VALUE c.id FROM c ORDER BY c.n"), new QueryRequestOptions { PartitionKey = prefix }));
        Assert.Equal(["05", "17"], await notes.QueryAsync<string>(new QueryDefinition("SELECT VALUE c.id FROM c ORDER BY c.n"), new QueryRequestOptions { PartitionKey = deeper }));
    }

    [Fact]
    public async Task PointOperations_HierarchicalKey_NeedAllItsLevels()
    {
        using var notes = await DoubledContainer.CreateAsync(properties: Hierarchical);
        var whole = new PartitionKeyBuilder().Add("p").Add("t").Add("a").Build();
        await notes.Items.CreateItemAsync(new Note("a", "p", Text: "t"), whole);

        Assert.Equal("t", (await notes.Items.ReadItemAsync<Note>("a", whole)).Resource.Text);
        await Refusal.OfAsync(HttpStatusCode.NotFound, () => notes.Items.ReadItemAsync<Note>("a", new PartitionKeyBuilder().Add("p").Add("u").Add("a").Build()));
        await Refusal.OfAsync(HttpStatusCode.BadRequest, () => notes.Items.CreateItemAsync(new Note("b", "p", Text: "t"), new PartitionKeyBuilder().Add("p").Add("t").Add("c").Build()));
    }

    [Fact]
    public async Task Keys_OfEveryKind_AreKeptApart()
    {
        using var notes = await DoubledContainer.CreateAsync(new CosmosDoubleOptions { PhysicalPartitions = 8 });
        PartitionKey[] keys = [new("1"), new(1), new(true), new(false), PartitionKey.Null, PartitionKey.None, new("")];
        string[] bodies = ["\"1\"", "1", "true", "false", "null", "", "\"\""];
        foreach (var (key, body) in keys.Zip(bodies))
        {
            using var json = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(body.Length == 0 ? """{"id":"a"}""" : $$"""{"id":"a","pk":{{body}}}"""));
            using var created = await notes.Items.CreateItemStreamAsync(json, key);
            Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        }

        foreach (var key in keys)
        {
            Assert.Single(await notes.QueryAsync<string>(new QueryDefinition("SELECT VALUE c.id FROM c"), new QueryRequestOptions { PartitionKey = key }));
        }
    }

    [Fact]
    public async Task ChangeFeed_FromTheBeginning_GivesEachDocumentOnceAsItStands()
    {
        using var notes = await DoubledContainer.CreateAsync(new CosmosDoubleOptions { PhysicalPartitions = 2 });
        foreach (var i in Enumerable.Range(0, 5))
        {
            await notes.Items.CreateItemAsync(new Note($"{i}", $"{i}", 1));
        }

        await notes.Items.UpsertItemAsync(new Note("3", "3", 2));
        using var feed = notes.Items.GetChangeFeedIterator<Note>(ChangeFeedStartFrom.Beginning(), ChangeFeedMode.LatestVersion);
        var seen = await DrainAsync(feed);
        await notes.Items.CreateItemAsync(new Note("late", "1", 1));

        Assert.Equal(["0=1", "1=1", "2=1", "3=2", "4=1"], seen.Order(StringComparer.Ordinal));
        Assert.Equal(["late=1"], await DrainAsync(feed));
    }

    private static async Task<List<string>> DrainAsync(FeedIterator<Note> feed)
    {
        var seen = new List<string>();
        while (feed.HasMoreResults)
        {
            var page = await feed.ReadNextAsync();
            if (page.StatusCode == HttpStatusCode.NotModified)
            {
                break;
            }

            seen.AddRange(page.Select(note => $"{note.Id}={note.N}"));
        }

        return seen;
    }
}
