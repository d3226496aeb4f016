using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Functions.Embedded;

/// <summary>The erasure ledger in the storage file, each entry with a version that counts up from 1.</summary>
/// <param name="database">The storage file.</param>
internal sealed class SqliteErasureLedger(SqliteDatabase database) : IErasureLedger
{
    private const string SelectKnown = "SELECT 1 FROM erasure WHERE key = ?1";
    private const string Select = "SELECT version, body FROM erasure WHERE key = ?1";
    private const string SelectLatest = "SELECT body FROM erasure ORDER BY requested DESC, key LIMIT ?1";
    private const string SelectOpen = "SELECT body FROM erasure WHERE done = 0 ORDER BY requested DESC, key LIMIT ?1";
    private const string Insert = "INSERT INTO erasure (key, version, requested, done, expires, body) VALUES (?1, 1, ?2, ?3, ?4, ?5) ON CONFLICT (key) DO NOTHING";
    private const string Update = "UPDATE erasure SET version = version + 1, requested = ?2, done = ?3, expires = ?4, body = ?5 WHERE key = ?1 AND version = ?6";

    /// <inheritdoc/>
    public Task<IReadOnlySet<string>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(keys.Count, IErasureLedger.MaxKeys, nameof(keys));
        return database.ReadAsync<IReadOnlySet<string>>(
            session => keys.Where(key => session.Scalar(SelectKnown, key) is not null).ToHashSet(StringComparer.Ordinal),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Versioned<ErasureRecord>> GetAsync(string key, CancellationToken cancellationToken) => database.ReadAsync(
        session =>
        {
            using var reader = session.Query(Select, key);
            return reader.Read()
                ? new Versioned<ErasureRecord>(EmbeddedJson.Read(reader.GetFieldValue<byte[]>(1), SocialListeningJsonContext.Default.ErasureRecord), reader.GetInt64(0))
                : default;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TrySaveAsync(ErasureRecord record, long expectedVersion, CancellationToken cancellationToken)
    {
        var body = EmbeddedJson.Write(record, SocialListeningJsonContext.Default.ErasureRecord);
        var (requested, done, expires) = (record.RequestedAtUtc.UtcTicks, record.DoneAtUtc is not null, record.ExpiresAtUtc.UtcTicks);
        return database.WriteAsync(
            session => expectedVersion == 0
                ? session.Execute(Insert, record.Key, requested, done, expires, body) == 1
                : session.Execute(Update, record.Key, requested, done, expires, body, expectedVersion) == 1,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ErasureRecord>> ListAsync(bool openOnly, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
        return database.ReadAsync<IReadOnlyList<ErasureRecord>>(
            session =>
            {
                var records = new List<ErasureRecord>();
                using var reader = session.Query(openOnly ? SelectOpen : SelectLatest, limit);
                while (reader.Read())
                {
                    records.Add(EmbeddedJson.Read(reader.GetFieldValue<byte[]>(0), SocialListeningJsonContext.Default.ErasureRecord));
                }

                return records;
            },
            cancellationToken);
    }
}
