using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Functions.Embedded;

/// <summary>Source states in the storage file, each with a version that counts up from 1.</summary>
/// <param name="database">The storage file.</param>
internal sealed class SqliteSourceStateStore(SqliteDatabase database) : ISourceStateStore
{
    private const string Select = "SELECT version, body FROM source WHERE id = ?1";
    private const string SelectAll = "SELECT version, body FROM source ORDER BY id";
    private const string Insert = "INSERT INTO source (id, version, body) VALUES (?1, 1, ?2) ON CONFLICT (id) DO NOTHING";
    private const string Update = "UPDATE source SET version = version + 1, body = ?2 WHERE id = ?1 AND version = ?3";

    /// <inheritdoc/>
    public Task<Versioned<SourceState>> GetAsync(string sourceId, CancellationToken cancellationToken) => database.ReadAsync(
        session =>
        {
            using var reader = session.Query(Select, sourceId);
            return reader.Read()
                ? new Versioned<SourceState>(EmbeddedJson.Read(reader.GetFieldValue<byte[]>(1), SocialListeningJsonContext.Default.SourceState), reader.GetInt64(0))
                : default;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, Versioned<SourceState>>> ListAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyDictionary<string, Versioned<SourceState>>>(
            session =>
            {
                var states = new Dictionary<string, Versioned<SourceState>>(StringComparer.Ordinal);
                using var reader = session.Query(SelectAll);
                while (reader.Read())
                {
                    var state = EmbeddedJson.Read(reader.GetFieldValue<byte[]>(1), SocialListeningJsonContext.Default.SourceState);
                    states.Add(state.SourceId, new(state, reader.GetInt64(0)));
                }

                return states;
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TrySaveAsync(SourceState state, long expectedVersion, CancellationToken cancellationToken) =>
        database.WriteAsync(session => Save(session, new(state, expectedVersion)), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<bool>> TrySaveAllAsync(IReadOnlyList<Versioned<SourceState>> states, CancellationToken cancellationToken) =>
        database.WriteAsync<IReadOnlyList<bool>>(session => [.. states.Select(state => Save(session, state))], cancellationToken);

    private static bool Save(SqliteSession session, Versioned<SourceState> state)
    {
        var body = EmbeddedJson.Write(state.Value!, SocialListeningJsonContext.Default.SourceState);
        return state.Version == 0
            ? session.Execute(Insert, state.Value!.SourceId, body) == 1
            : session.Execute(Update, state.Value!.SourceId, body, state.Version) == 1;
    }
}
