using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Functions.Embedded;

/// <summary>Reads the key phrases of hours and days from the storage file.</summary>
/// <param name="database">The storage file.</param>
internal sealed class SqliteTermReader(SqliteDatabase database) : ITermReader
{
    private const string Select = """
        SELECT start, body FROM term
        WHERE brand = (SELECT no FROM name WHERE text = ?1) AND span = ?2 AND start >= ?3 AND start < ?4 ORDER BY start
        """;

    /// <inheritdoc/>
    public Task<IReadOnlyList<TermPeriod>> ListAsync(string brandId, TermSpan span, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<TermPeriod>>(
            session =>
            {
                var periods = new List<TermPeriod>();
                using var reader = session.Query(Select, brandId, (long)span, from.UtcTicks, to.UtcTicks);
                while (reader.Read())
                {
                    var tally = EmbeddedJson.Read(reader.GetFieldValue<byte[]>(1), SocialListeningJsonContext.Default.TermTally);
                    if (tally.Counts.Count > 0)
                    {
                        periods.Add(new TermPeriod(new DateTimeOffset(reader.GetInt64(0), TimeSpan.Zero), tally));
                    }
                }

                return periods;
            },
            cancellationToken);
}
