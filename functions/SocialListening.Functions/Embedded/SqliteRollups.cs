using Microsoft.Data.Sqlite;
using SocialListening.Contracts;

namespace SocialListening.Functions.Embedded;

/// <summary>The rows of the <c>rollup</c> table: totals in columns of their own, the maps as JSON.</summary>
internal static class SqliteRollups
{
    private const string Columns = "start, total, negative, neutral, positive, reposts, revision, late, platforms, languages, toxic, intents, topics, tiers, minutes";

    private const string Select = $"SELECT {Columns} FROM rollup WHERE brand = ?1 AND start = ?2";

    private const string SelectWindow =
        $"SELECT {Columns} FROM rollup WHERE brand = (SELECT no FROM name WHERE text = ?1) AND start >= ?2 AND start < ?3 ORDER BY start";

    private const string Upsert = $"INSERT OR REPLACE INTO rollup (brand, {Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)";

    /// <summary>Reads one bucket.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="brand">The brand's number.</param>
    /// <param name="brandId">The brand.</param>
    /// <param name="start">Start of the bucket.</param>
    public static RollupDocument? Find(SqliteSession session, long brand, string brandId, DateTimeOffset start)
    {
        using var reader = session.Query(Select, brand, start.UtcTicks);
        return reader.Read() ? Read(reader, brandId) : null;
    }

    /// <summary>Reads the buckets whose start lies in <c>[from, to)</c>, by start.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="brandId">The brand.</param>
    /// <param name="from">Start of the window, inclusive.</param>
    /// <param name="to">End of the window, exclusive.</param>
    public static IReadOnlyList<RollupDocument> List(SqliteSession session, string brandId, DateTimeOffset from, DateTimeOffset to)
    {
        var documents = new List<RollupDocument>();
        using var reader = session.Query(SelectWindow, brandId, from.UtcTicks, to.UtcTicks);
        while (reader.Read())
        {
            documents.Add(Read(reader, brandId));
        }

        return documents;
    }

    /// <summary>Writes a bucket as it is.</summary>
    /// <param name="session">The writing connection.</param>
    /// <param name="brand">The brand's number.</param>
    /// <param name="document">The bucket.</param>
    public static void Save(SqliteSession session, long brand, RollupDocument document) => session.Execute(
        Upsert,
        brand,
        document.Start.UtcTicks,
        document.Total,
        document.Negative,
        document.Neutral,
        document.Positive,
        document.Reposts,
        document.Revision,
        document.RevisedLate,
        EmbeddedJson.WriteCounts(document.ByPlatform),
        EmbeddedJson.WriteCounts(document.ByLanguage),
        document.Toxic,
        EmbeddedJson.WriteCounts(document.ByIntent),
        EmbeddedJson.WriteCounts(document.ByTopic),
        EmbeddedJson.WriteCounts(document.ByAuthorTier),
        EmbeddedJson.WriteCounts(document.ByMinute));

    private static RollupDocument Read(SqliteDataReader reader, string brandId)
    {
        var document = new RollupDocument
        {
            BrandId = brandId,
            Start = new DateTimeOffset(reader.GetInt64(0), TimeSpan.Zero),
            Total = reader.GetInt32(1),
            Negative = reader.GetInt32(2),
            Neutral = reader.GetInt32(3),
            Positive = reader.GetInt32(4),
            Reposts = reader.GetInt32(5),
            Revision = reader.GetInt32(6),
            RevisedLate = reader.GetBoolean(7),
            Toxic = reader.GetInt32(10),
        };
        EmbeddedJson.ReadCounts(reader.GetFieldValue<byte[]>(8), document.ByPlatform);
        EmbeddedJson.ReadCounts(reader.GetFieldValue<byte[]>(9), document.ByLanguage);
        EmbeddedJson.ReadCounts(reader.GetFieldValue<byte[]>(11), document.ByIntent);
        EmbeddedJson.ReadCounts(reader.GetFieldValue<byte[]>(12), document.ByTopic);
        EmbeddedJson.ReadCounts(reader.GetFieldValue<byte[]>(13), document.ByAuthorTier);
        EmbeddedJson.ReadCounts(reader.GetFieldValue<byte[]>(14), document.ByMinute);
        return document;
    }
}
