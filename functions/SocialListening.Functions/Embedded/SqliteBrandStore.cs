using Microsoft.Data.Sqlite;
using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Functions.Embedded;

/// <summary>The definitions of brands in the storage file, and the version that counts their changes.</summary>
/// <param name="database">The storage file.</param>
internal sealed class SqliteBrandStore(SqliteDatabase database) : IBrandStore
{
    private const string SelectVersion = "SELECT version FROM brand_version";
    private const string SelectCount = "SELECT count(*) FROM brand";
    private const string SelectAll = "SELECT id, version, updated, editor, body FROM brand ORDER BY id";
    private const string Select = "SELECT id, version, updated, editor, body FROM brand WHERE id = ?1";
    private const string MoveVersion = "INSERT INTO brand_version (no, version) VALUES (1, 1) ON CONFLICT (no) DO UPDATE SET version = version + 1 RETURNING version";
    private const string Delete = "DELETE FROM brand WHERE id = ?1";

    private const string Put = """
        INSERT INTO brand (id, version, updated, editor, body) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (id) DO UPDATE SET version = ?2, updated = ?3, editor = ?4, body = ?5
        """;

    /// <inheritdoc/>
    public Task<long> GetVersionAsync(CancellationToken cancellationToken) => database.ReadAsync(VersionOf, cancellationToken);

    /// <inheritdoc/>
    public Task<StoredBrands> ListAsync(CancellationToken cancellationToken) => database.ReadAsync(
        session =>
        {
            // Read first: what changes in between is then newer than the version says.
            var version = VersionOf(session);
            var definitions = new List<Versioned<BrandDefinition>>();
            using var reader = session.Query(SelectAll);
            while (reader.Read())
            {
                definitions.Add(Read(reader));
            }

            return new StoredBrands(version, definitions);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<Versioned<BrandDefinition>> GetAsync(string brandId, CancellationToken cancellationToken) =>
        database.ReadAsync(session => Find(session, brandId), cancellationToken);

    /// <inheritdoc/>
    public Task<BrandWrite> PutAsync(BrandDefinition definition, long? expectedVersion, CancellationToken cancellationToken)
    {
        BrandWriteRules.Check(definition);
        return database.WriteAsync(
            session =>
            {
                var stored = Find(session, definition.BrandId);
                var outcome = BrandWriteRules.OutcomeOf(definition, stored, expectedVersion, (int)(long)session.Scalar(SelectCount)!);
                if (outcome is not (BrandWriteOutcome.Created or BrandWriteOutcome.Replaced))
                {
                    return new BrandWrite(outcome, stored.Version);
                }

                var version = (long)session.Scalar(MoveVersion)!;
                Write(session, definition, version);
                return new BrandWrite(outcome, version);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<BrandWrite> DeleteAsync(string brandId, long? expectedVersion, CancellationToken cancellationToken) => database.WriteAsync(
        session =>
        {
            var stored = Find(session, brandId);
            var outcome = BrandWriteRules.OutcomeOf(stored, expectedVersion);
            if (outcome != BrandWriteOutcome.Deleted)
            {
                return new BrandWrite(outcome, stored.Version);
            }

            session.Scalar(MoveVersion);
            session.Execute(Delete, brandId);
            return new BrandWrite(outcome, 0);
        },
        cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> IsFilledAsync(CancellationToken cancellationToken) => await GetVersionAsync(cancellationToken).ConfigureAwait(false) > 0;

    /// <inheritdoc/>
    public Task<bool> SeedAsync(IReadOnlyList<BrandDefinition> definitions, CancellationToken cancellationToken)
    {
        BrandWriteRules.Check(definitions);
        return database.WriteAsync(
            session =>
            {
                if (definitions.Count == 0 || VersionOf(session) > 0)
                {
                    return false;
                }

                var version = (long)session.Scalar(MoveVersion)!;
                foreach (var definition in definitions)
                {
                    Write(session, definition, version);
                }

                return true;
            },
            cancellationToken);
    }

    private static long VersionOf(SqliteSession session) => (long)(session.Scalar(SelectVersion) ?? 0L);

    private static Versioned<BrandDefinition> Find(SqliteSession session, string brandId)
    {
        using var reader = session.Query(Select, brandId);
        return reader.Read() ? Read(reader) : default;
    }

    private static Versioned<BrandDefinition> Read(SqliteDataReader reader) => new(
        new BrandDefinition(reader.GetString(0), reader.GetString(4), new DateTimeOffset(reader.GetInt64(2), TimeSpan.Zero), reader.IsDBNull(3) ? null : reader.GetString(3)),
        reader.GetInt64(1));

    private static void Write(SqliteSession session, BrandDefinition definition, long version) =>
        session.Execute(Put, definition.BrandId, version, definition.UpdatedAtUtc.UtcTicks, definition.UpdatedBy, definition.Json);
}
