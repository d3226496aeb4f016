using System.Net;
using System.Reflection;
using Microsoft.Azure.Cosmos;
using SocialListening.Contracts;
using SocialListening.Functions.Azure.Cosmos;
using SocialListening.Storage;
using static SocialListening.Functions.Tests.Storage.Make;

namespace SocialListening.Functions.Tests.Cosmos;

/// <summary>Each query text of the product, planned by the planner that the SDK ships: over all partitions, so that none goes past it.</summary>
public sealed class CosmosQueriesTests : IDisposable
{
    private readonly DoubledCosmosBackend _backend = DoubledCosmosBackend.Open(partitions: 4);

    public static IEnumerable<object[]> Texts =>
        from type in typeof(CosmosTable).Assembly.GetTypes()
        where type.Namespace == typeof(CosmosTable).Namespace
        from constant in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        where constant.IsLiteral && constant.GetRawConstantValue() is string text && text.StartsWith("SELECT", StringComparison.Ordinal)
        select new[] { ContainerOf(type.Name), constant.GetRawConstantValue()! };

    public static TheoryData<int> Filters { get; } = [.. Enumerable.Range(0, 128).Where(bits => bits % 3 == 0 || bits == 127)];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Text_OfAQuery_IsPlanned(string container, string text)
    {
        // Texts that end in a property go on with a list of values.
        var query = text.EndsWith("Id", StringComparison.OrdinalIgnoreCase) ? CosmosSql.In(text, ["a", "b"]) : new QueryDefinition(text);

        Assert.Equal(HttpStatusCode.OK, await PlanAsync(query, container));
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task MentionFilter_AnyCombination_IsPlanned(int bits)
    {
        var filter = new MentionFilter
        {
            BrandId = "cafe",
            Platform = (bits & 1) != 0 ? "bluesky" : null,
            Language = (bits & 2) != 0 ? "fr" : null,
            Sentiment = (bits & 4) != 0 ? SentimentLabel.Negative : null,
            Intent = (bits & 8) != 0 ? IntentNames.Praise : null,
            MinToxicity = (bits & 16) != 0 ? 0.5 : null,
            After = (bits & 32) != 0 ? new MentionCursor(Noon, "bluesky:1") : null,
        };

        Assert.Equal(HttpStatusCode.OK, await PlanAsync(CosmosMentionReader.QueryFor(filter, corrected: (bits & 64) != 0)));
    }

    [Fact]
    public void Texts_OfTheProduct_AreFound() => Assert.InRange(Texts.Count(), 8, 100);

    [Theory]
    [InlineData("SELECT * FROM c WHERE c.from > '2026'")]
    [InlineData("SELECT * FROM c WHERE c.brandId == 'cafe'")]
    [InlineData("SELECT c.id FROM c ORDER BY")]
    public async Task Text_ThatIsNoQuery_IsRefused(string text) => Assert.Equal(HttpStatusCode.BadRequest, await PlanAsync(new QueryDefinition(text)));

    public void Dispose() => _backend.Dispose();

    private static string ContainerOf(string type) =>
        type.Contains("Alert", StringComparison.Ordinal) ? CosmosContainers.Alerts.Name
        : type.Contains("Coverage", StringComparison.Ordinal) ? CosmosContainers.Coverage.Name
        : type.Contains("ErasureLedger", StringComparison.Ordinal) ? CosmosContainers.Erasures.Name
        : type.Contains("Brand", StringComparison.Ordinal) ? CosmosContainers.Brands.Name
        : type.Contains("Source", StringComparison.Ordinal) ? CosmosContainers.Cursors.Name
        : CosmosContainers.Mentions.Name;

    private async Task<HttpStatusCode> PlanAsync(QueryDefinition query, string name = "mentions")
    {
        var container = await _backend.Database.OpenAsync(CosmosContainers.All.Single(known => known.Name == name));
        foreach (var parameter in (string[])["@brandId", "@from", "@to", "@type", "@status", "@after", "@platform"])
        {
            if (query.QueryText.Contains(parameter, StringComparison.Ordinal) && query.GetQueryParameters().All(known => known.Name != parameter))
            {
                query.WithParameter(parameter, "x");
            }
        }

        using var feed = container.GetItemQueryStreamIterator(query);
        using var answer = await feed.ReadNextAsync();
        return answer.StatusCode;
    }
}
