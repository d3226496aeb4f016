using System.Net;
using System.Text.Json;
using Microsoft.Azure.Cosmos;
using SocialListening.CosmosDouble;

namespace SocialListening.Functions.Tests.CosmosDouble;

/// <summary>Queries through the real SDK, whose own planner reads and rewrites them. One and several physical partitions.</summary>
public sealed class QueryTests
{
    private static readonly ContainerProperties Properties = new("notes", "/pk")
    {
        IndexingPolicy = new IndexingPolicy
        {
            IncludedPaths = { new IncludedPath { Path = "/*" } },
            ExcludedPaths = { new ExcludedPath { Path = "/text/?" } },
            CompositeIndexes = { new() { new CompositePath { Path = "/n" }, new CompositePath { Path = "/id", Order = CompositePathSortOrder.Descending } } },
        },
    };

    [Theory]
    [InlineData(1, "SELECT VALUE c.id FROM c WHERE c.n > 6", """["7","8","9"]""")]
    [InlineData(4, "SELECT VALUE c.id FROM c WHERE c.n > 6", """["7","8","9"]""")]
    [InlineData(4, "SELECT VALUE c.id FROM c WHERE ARRAY_CONTAINS(c.tags, 'even') AND NOT (c.n IN (0, 2))", """["4","6","8"]""")]
    [InlineData(4, "SELECT VALUE c.id FROM c WHERE c.n BETWEEN 3 AND 5", """["3","4","5"]""")]
    [InlineData(4, "SELECT VALUE c.id FROM c WHERE STARTSWITH(LOWER(c.text), 'texte 1') OR CONTAINS(c.text, '2', true)", """["1","2"]""")]
    [InlineData(4, "SELECT VALUE c.id FROM c WHERE NOT IS_DEFINED(c.text) OR IS_NULL(c.text)", """["9"]""")]
    [InlineData(1, "SELECT VALUE c.id FROM c WHERE c.id IN ('3', '7', '70', 5) AND c.n > 0", """["3","7"]""")]
    [InlineData(4, "SELECT VALUE c.id FROM c WHERE c.n > 0 AND c.id = '3'", """["3"]""")]
    [InlineData(4, "SELECT VALUE c.id FROM c WHERE c.id = '3' OR c.n > 8", """["3","9"]""")]
    [InlineData(4, "SELECT VALUE c.id FROM c WHERE NOT (c.id IN ('0', '1', '2', '3', '4', '5', '6')) AND c.id != '8'", """["7","9"]""")]
    [InlineData(1, "SELECT VALUE c.id FROM c WHERE c.id = 3", "[]")]
    [InlineData(4, "SELECT VALUE c.id FROM c JOIN t IN c.tags WHERE t = 'even' AND c.n < 4", """["0","2"]""")]
    [InlineData(4, "SELECT VALUE c.id FROM c WHERE EXISTS(SELECT VALUE t FROM t IN c.tags WHERE t = 'odd') AND c.n < 4", """["1","3"]""")]
    public async Task Query_Filter_FindsWhatFits(int partitions, string sql, string expected)
    {
        using var notes = await FilledAsync(partitions);

        Assert.Equal(JsonSerializer.Deserialize<string[]>(expected), (await notes.QueryAsync<string>(sql)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1, "SELECT VALUE c.n FROM c ORDER BY c.n DESC", "[9,8,7,6,5,4,3,2,1,0]")]
    [InlineData(4, "SELECT VALUE c.n FROM c ORDER BY c.n DESC", "[9,8,7,6,5,4,3,2,1,0]")]
    [InlineData(4, "SELECT VALUE c.n FROM c ORDER BY c.n OFFSET 2 LIMIT 3", "[2,3,4]")]
    [InlineData(4, "SELECT TOP 2 VALUE c.n FROM c ORDER BY c.n", "[0,1]")]
    [InlineData(4, "SELECT VALUE c.n FROM c WHERE c.n < 3 ORDER BY c.n DESC, c.id", "[2,1,0]")]
    [InlineData(4, "SELECT DISTINCT VALUE t FROM c JOIN t IN c.tags WHERE c.n = 1", "[\"odd\"]")]
    [InlineData(1, "SELECT VALUE COUNT(1) FROM c", "[10]")]
    [InlineData(4, "SELECT VALUE COUNT(1) FROM c", "[10]")]
    [InlineData(4, "SELECT VALUE SUM(c.n) FROM c", "[45]")]
    [InlineData(4, "SELECT VALUE AVG(c.n) FROM c", "[4.5]")]
    [InlineData(4, "SELECT VALUE MAX(c.n) FROM c WHERE c.n < 7", "[6]")]
    [InlineData(4, "SELECT VALUE MIN(c.n) FROM c WHERE c.n > 70", "[]")]
    [InlineData(4, "SELECT COUNT(1) AS k, MIN(c.n) AS low FROM c", """[{"k":10,"low":0}]""")]
    public async Task Query_OrderAndAggregates_AnswerInOrder(int partitions, string sql, string expected)
    {
        using var notes = await FilledAsync(partitions);

        Assert.Equal(expected, JsonSerializer.Serialize(await notes.QueryAsync<JsonElement>(sql)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Query_GroupBy_CountsEachGroup(int partitions)
    {
        using var notes = await FilledAsync(partitions);

        var groups = await notes.QueryAsync<JsonElement>("SELECT t AS tag, COUNT(1) AS k, AVG(c.n) AS mean FROM c JOIN t IN c.tags GROUP BY t");

        Assert.Equal(
            ["""{"tag":"even","k":5,"mean":4}""", """{"tag":"odd","k":5,"mean":5}"""],
            groups.Select(group => group.GetRawText()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Query_WithAKey_SeesOnePartition()
    {
        using var notes = await FilledAsync(4);

        Assert.Equal(["0", "3", "6", "9"], await notes.QueryAsync<string>("SELECT VALUE c.id FROM c ORDER BY c.n", pk: "p0"));
    }

    [Fact]
    public async Task Query_Parameters_StandForTheirValues()
    {
        using var notes = await FilledAsync(1);
        var query = new QueryDefinition("SELECT VALUE c.id FROM c WHERE ARRAY_CONTAINS(@ids, c.id) AND c.n >= @n").WithParameter("@ids", new[] { "1", "5" }).WithParameter("@n", 2);

        Assert.Equal(["5"], await notes.QueryAsync<string>(query));
    }

    [Theory]
    [InlineData("SELECT * FRM c")]
    [InlineData("SELECT VALUE FOO(c.n) FROM c")]
    [InlineData("SELECT VALUE c.id FROM c ORDER BY c.text")]
    [InlineData("SELECT VALUE c.id FROM c ORDER BY c.n, c.pk")]
    [InlineData("SELECT VALUE c.id FROM c ORDER BY c.n, c.id")]
    public async Task Query_BrokenOrWithoutItsIndex_IsABadRequest(string sql)
    {
        using var notes = await FilledAsync(2);

        await Refusal.OfAsync(HttpStatusCode.BadRequest, () => notes.QueryAsync<JsonElement>(sql));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Query_ContinuedFromItsToken_GivesEachResultOnce(int partitions)
    {
        using var notes = await FilledAsync(partitions);
        var (ids, token) = (new List<string>(), default(string));
        do
        {
            using var pages = notes.Items.GetItemQueryIterator<string>("SELECT VALUE c.id FROM c ORDER BY c.n", token, new QueryRequestOptions { MaxItemCount = 3 });
            var page = await pages.ReadNextAsync();
            Assert.InRange(page.Count, 0, 3);
            ids.AddRange(page);
            token = page.ContinuationToken;
        }
        while (token is not null);

        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"{i}"), ids);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task ReadMany_IdsOfSeveralPartitions_FindsThoseThatAreThere(int partitions)
    {
        using var notes = await FilledAsync(partitions);

        var found = await notes.Items.ReadManyItemsAsync<Note>([("1", new PartitionKey("p1")), ("2", new PartitionKey("p2")), ("3", new PartitionKey("p1")), ("9", new PartitionKey("p0"))]);

        Assert.Equal(["1", "2", "9"], found.Select(note => note.Id).Order(StringComparer.Ordinal));
    }

    private static async Task<DoubledContainer> FilledAsync(int partitions)
    {
        var notes = await DoubledContainer.CreateAsync(new CosmosDoubleOptions { PhysicalPartitions = partitions }, Properties);
        for (var i = 0; i < 10; i++)
        {
            await notes.Items.CreateItemAsync(new Note($"{i}", $"p{i % 3}", i, i == 9 ? null : $"Texte {i}", [i % 2 == 0 ? "even" : "odd"]));
        }

        return notes;
    }
}
