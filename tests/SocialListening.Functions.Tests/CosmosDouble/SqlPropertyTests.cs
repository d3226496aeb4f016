using System.Globalization;
using System.Text.Json;
using SocialListening.CosmosDouble.Sql;

namespace SocialListening.Functions.Tests.CosmosDouble;

/// <summary>Random queries over random documents: the interpreter against LINQ.</summary>
public sealed class SqlPropertyTests
{
    private const int Rounds = 400;

    [Fact]
    public void Where_RandomConditions_KeepWhatThreeValuedLogicKeeps()
    {
        var random = new Random(11);
        for (var round = 0; round < Rounds; round++)
        {
            var documents = SqlSample.Documents(random, 12);
            var (sql, oracle) = SqlSample.Condition(random, depth: 3);

            var found = Ids($"SELECT VALUE c.id FROM c WHERE {sql}", documents);

            Assert.True(documents.Where(document => oracle(document) == true).Select(document => document.Id).SequenceEqual(found), sql);
        }
    }

    [Fact]
    public void OrderBy_RandomKeysAndWindows_SortsAsLinqDoes()
    {
        var random = new Random(12);
        for (var round = 0; round < Rounds; round++)
        {
            var documents = SqlSample.Documents(random, 15).Where(document => document.A is not null).ToList();
            var (down, offset, limit) = (random.Next(2) == 0, random.Next(5), random.Next(1, 8));
            var ordered = down ? documents.OrderByDescending(document => document.A) : documents.OrderBy(document => document.A);

            var found = Ids($"SELECT VALUE c.id FROM c ORDER BY c.a {(down ? "DESC" : "ASC")} OFFSET {offset} LIMIT {limit}", documents);

            Assert.Equal(ordered.Skip(offset).Take(limit).Select(document => document.Id), found);
        }
    }

    [Fact]
    public void GroupBy_RandomDocuments_AggregatesAsLinqDoes()
    {
        var random = new Random(13);
        for (var round = 0; round < Rounds; round++)
        {
            var documents = SqlSample.Documents(random, 20).Where(document => document.T is not null).ToList();
            var expected = documents.GroupBy(document => document.T).Select(group => (
                group.Key,
                Count: group.Count(),
                Sum: group.Sum(document => document.A ?? 0),
                Max: group.Max(document => document.A)));

            var found = Run("SELECT c.t, COUNT(1) AS k, SUM(c.a) AS s, MAX(c.a) AS m FROM c GROUP BY c.t", documents)
                .Select(group => (Key: (string?)group.Property("t").Text, Count: (int)group.Property("k").Number, Sum: group.Property("s").Number, Max: group.Property("m").IsDefined ? group.Property("m").Number : (double?)null));

            Assert.Equal(expected.OrderBy(group => group.Key, StringComparer.Ordinal), found.OrderBy(group => group.Key, StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Pages_WithWritesInBetween_GiveWhatStoodThroughoutExactlyOnce()
    {
        var random = new Random(14);
        for (var round = 0; round < Rounds; round++)
        {
            var documents = SqlSample.Documents(random, 20);
            var query = SqlQuery.Parse(random.Next(2) == 0 ? "SELECT VALUE c.id FROM c" : "SELECT VALUE c.id FROM c ORDER BY c.a DESC", new Dictionary<string, SqlValue>());
            var (seen, gone, position) = (new List<string>(), new HashSet<string>(), default(SqlPosition));
            while (true)
            {
                var page = query.Run(Numbered(documents), position).Take(random.Next(1, 5)).ToList();
                if (page is [])
                {
                    break;
                }

                seen.AddRange(page.Select(result => result.Value.Text));
                position = page[^1].Position;
                // One goes and one comes: neither may shift what stands.
                gone.Add(documents[random.Next(documents.Count)].Id);
                documents = [.. documents.Where(document => !gone.Contains(document.Id))];
            }

            Assert.Equal(seen.Count, seen.Distinct().Count());
            Assert.Equal(documents.Select(document => document.Id).Order(StringComparer.Ordinal), seen.Where(id => !gone.Contains(id)).Order(StringComparer.Ordinal));
        }
    }

    private static IEnumerable<string> Ids(string sql, IReadOnlyList<SqlSample> documents) => Run(sql, documents).Select(value => value.Text);

    private static IEnumerable<SqlValue> Run(string sql, IReadOnlyList<SqlSample> documents) =>
        SqlQuery.Parse(sql, new Dictionary<string, SqlValue>()).Run(Numbered(documents), null).Select(result => result.Value);

    private static IEnumerable<(JsonElement Root, long Number)> Numbered(IReadOnlyList<SqlSample> documents) =>
        documents.Select(document => (JsonSerializer.Deserialize<JsonElement>(document.Json), long.Parse(document.Id, CultureInfo.InvariantCulture)));
}
