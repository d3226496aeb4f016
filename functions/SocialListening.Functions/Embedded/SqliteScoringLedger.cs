using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Functions.Embedded;

/// <summary>The answers of the language service in the storage file, each with a version that counts up from 1.</summary>
/// <param name="database">The storage file.</param>
internal sealed class SqliteScoringLedger(SqliteDatabase database) : IScoringLedger
{
    private const string Select = "SELECT version, body FROM ledger WHERE key = ?1";
    private const string Insert = "INSERT INTO ledger (key, version, expires, body) VALUES (?1, 1, ?2, ?3) ON CONFLICT (key) DO NOTHING";
    private const string Update = "UPDATE ledger SET version = version + 1, expires = ?2, body = ?3 WHERE key = ?1 AND version = ?4";
    private const string Delete = "DELETE FROM ledger WHERE expires <= ?1";

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, Versioned<LedgerEntry>>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(keys.Count, IScoringLedger.MaxEntries, nameof(keys));
        return database.ReadAsync<IReadOnlyDictionary<string, Versioned<LedgerEntry>>>(
            session =>
            {
                var found = new Dictionary<string, Versioned<LedgerEntry>>(StringComparer.Ordinal);
                foreach (var key in keys)
                {
                    using var reader = session.Query(Select, key);
                    if (reader.Read())
                    {
                        found[key] = new(EmbeddedJson.Read(reader.GetFieldValue<byte[]>(1), SocialListeningJsonContext.Default.LedgerEntry), reader.GetInt64(0));
                    }
                }

                return found;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<bool>> TrySaveAsync(IReadOnlyList<Versioned<LedgerEntry>> entries, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(entries.Count, IScoringLedger.MaxEntries, nameof(entries));
        var bodies = entries.Select(entry => EmbeddedJson.Write(entry.Value!, SocialListeningJsonContext.Default.LedgerEntry)).ToArray();
        return database.WriteAsync<IReadOnlyList<bool>>(
            session => [.. entries.Select((entry, i) => entry.Version == 0
                ? session.Execute(Insert, entry.Value!.Key, entry.Value.ExpiresAtUtc.UtcTicks, bodies[i]) == 1
                : session.Execute(Update, entry.Value!.Key, entry.Value.ExpiresAtUtc.UtcTicks, bodies[i], entry.Version) == 1)],
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task RemoveExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(session => session.Execute(Delete, now.UtcTicks), cancellationToken);
}
