using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Azure.Cosmos;
using SocialListening.Contracts;
using SocialListening.Rollups;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>The documents that count mentions: their ids, their JSON, and how they are read.</summary>
internal static class CosmosRollups
{
    private const string SelectTotals = "SELECT c.start, c.total FROM c WHERE c.brandId = @brandId AND c.type = 'day' AND c.start >= @from AND c.start < @to";

    private const string SelectWindow = "SELECT * FROM c WHERE c.brandId = @brandId AND c.type = @type AND c.start >= @from AND c.start < @to";

    /// <summary>Gives the <c>type</c> of a granularity's documents.</summary>
    /// <param name="granularity">The granularity.</param>
    public static string TypeOf(Granularity granularity) => granularity switch
    {
        Granularity.Bucket => "bucket",
        Granularity.Hour => "hour",
        _ => "day",
    };

    /// <summary>Gives the start of the period that holds an instant.</summary>
    /// <param name="granularity">The granularity.</param>
    /// <param name="instant">The instant.</param>
    public static DateTimeOffset StartOf(Granularity granularity, DateTimeOffset instant) => granularity switch
    {
        Granularity.Bucket => RollupBucket.StartOf(instant),
        Granularity.Hour => Floor(instant, TimeSpan.TicksPerHour),
        _ => Floor(instant, TimeSpan.TicksPerDay),
    };

    /// <summary>Gives the id of a document within its slot, such as <c>bucket:2026-03-02T12:05</c>.</summary>
    /// <param name="granularity">The granularity.</param>
    /// <param name="start">The period's start.</param>
    public static string IdOf(Granularity granularity, DateTimeOffset start) =>
        string.Create(CultureInfo.InvariantCulture, $"{TypeOf(granularity)}:{start.UtcDateTime:yyyy-MM-ddTHH:mm}");

    /// <summary>Gives counts as a document.</summary>
    /// <param name="counts">The counts.</param>
    /// <param name="id">Its id.</param>
    /// <param name="slot">Its slot.</param>
    /// <param name="granularity">Its granularity.</param>
    public static JsonObject ToDocument(RollupDocument counts, string id, string slot, Granularity granularity)
    {
        var document = CosmosJson.ToObject(counts, SocialListeningJsonContext.Default.RollupDocument);
        document["id"] = id;
        document["slot"] = slot;
        document["type"] = TypeOf(granularity);
        document["start"] = CosmosJson.Instant(counts.Start);
        return document;
    }

    /// <summary>Reads the counts in a document.</summary>
    /// <param name="document">The document.</param>
    public static RollupDocument Read(JsonElement document) => Ordered(CosmosJson.Read(document, SocialListeningJsonContext.Default.RollupDocument));

    /// <summary>Reads the parts of each period whose start lies in <c>[from, to)</c>; a period has one part for each slot that counts in it.</summary>
    /// <param name="table">The container.</param>
    /// <param name="brandId">The brand.</param>
    /// <param name="granularity">The granularity.</param>
    /// <param name="from">Start of the window.</param>
    /// <param name="to">End of the window.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static Task<List<RollupDocument>> PartsAsync(
        CosmosTable table, string brandId, Granularity granularity, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        table.QueryAsync(CosmosSlots.Prefix(brandId), Window(SelectWindow, brandId, from, to).WithParameter("@type", TypeOf(granularity)), int.MaxValue, Read, cancellationToken);

    /// <summary>Reads the totals of the parts of each day that starts in <c>[from, to)</c>.</summary>
    /// <param name="table">The container.</param>
    /// <param name="brandId">The brand.</param>
    /// <param name="from">Start of the window.</param>
    /// <param name="to">End of the window.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static Task<List<(string Start, int Total)>> TotalsAsync(
        CosmosTable table, string brandId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        table.QueryAsync(
            CosmosSlots.Prefix(brandId),
            Window(SelectTotals, brandId, from, to),
            int.MaxValue,
            static part => (part.GetProperty("start").GetString()!, part.GetProperty("total").GetInt32()),
            cancellationToken);

    private static QueryDefinition Window(string query, string brandId, DateTimeOffset from, DateTimeOffset to) => new QueryDefinition(query)
        .WithParameter("@brandId", brandId)
        .WithParameter("@from", CosmosJson.Instant(from))
        .WithParameter("@to", CosmosJson.Instant(to));

    // What JSON reading makes has no order of its own.
    private static RollupDocument Ordered(RollupDocument read) => read with
    {
        ByPlatform = Ordered(read.ByPlatform),
        ByLanguage = Ordered(read.ByLanguage),
        ByIntent = Ordered(read.ByIntent),
        ByTopic = Ordered(read.ByTopic),
        ByAuthorTier = Ordered(read.ByAuthorTier),
        ByMinute = Ordered(read.ByMinute),
    };

    private static SortedDictionary<string, int> Ordered(SortedDictionary<string, int> counts) => new(counts, StringComparer.Ordinal);

    private static DateTimeOffset Floor(DateTimeOffset instant, long ticks) => new(instant.UtcTicks - (instant.UtcTicks % ticks), TimeSpan.Zero);
}
