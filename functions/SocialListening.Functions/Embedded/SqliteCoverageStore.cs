using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Functions.Embedded;

/// <summary>Coverage records in the storage file.</summary>
/// <param name="database">The storage file.</param>
internal sealed class SqliteCoverageStore(SqliteDatabase database) : ICoverageStore
{
    private const string Upsert = "INSERT OR REPLACE INTO coverage (brand, source, since, until, body) VALUES (?1, ?2, ?3, ?4, ?5)";

    // An empty record lies in the window that holds its instant. The index by end skips all that ended before the window.
    private const string Select = """
        SELECT body FROM coverage
        WHERE brand = (SELECT no FROM name WHERE text = ?1) AND until >= ?2 AND since < ?3 AND (until > ?2 OR since >= ?2)
        ORDER BY since, until, source
        """;

    /// <inheritdoc/>
    public Task AddAsync(CoverageRecord record, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.Execute(
            Upsert,
            session.NameOf(record.BrandId),
            record.SourceId,
            record.From.UtcTicks,
            record.To.UtcTicks,
            EmbeddedJson.Write(record, SocialListeningJsonContext.Default.CoverageRecord)),
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CoverageRecord>> ListAsync(string brandId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<CoverageRecord>>(
            session =>
            {
                var records = new List<CoverageRecord>();
                using var reader = session.Query(Select, brandId, from.UtcTicks, to.UtcTicks);
                while (reader.Read())
                {
                    records.Add(EmbeddedJson.Read(reader.GetFieldValue<byte[]>(0), SocialListeningJsonContext.Default.CoverageRecord));
                }

                return records;
            },
            cancellationToken);
}
