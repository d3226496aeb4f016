using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Functions.Embedded;

/// <summary>Alerts and the detection state that they follow from, in one SQLite transaction.</summary>
/// <param name="database">The storage file.</param>
internal sealed class SqliteAlertStore(SqliteDatabase database) : IAlertStore
{
    private const string Brand = "(SELECT no FROM name WHERE text = ?1)";

    private const string SelectState = $"SELECT version, state FROM detection WHERE brand = {Brand}";

    private const string InsertState = "INSERT INTO detection (brand, version, judged, state) VALUES (?1, 1, ?2, ?3) ON CONFLICT (brand) DO NOTHING";

    private const string UpdateState = "UPDATE detection SET version = version + 1, judged = ?2, state = ?3 WHERE brand = ?1 AND version = ?4";

    private const string UpsertAlert = """
        INSERT INTO alert (brand, id, onset, status, revision, queued, body) VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6)
        ON CONFLICT (brand, id) DO UPDATE SET onset = excluded.onset, status = excluded.status, revision = excluded.revision, body = excluded.body
        WHERE excluded.revision >= revision
        """;

    private const string SelectPending = $"SELECT body FROM alert WHERE brand = {Brand} AND queued < revision ORDER BY onset, id";

    private const string UpdateQueued = $"UPDATE alert SET queued = ?3 WHERE brand = {Brand} AND id = ?2 AND queued < ?3";

    private const string SelectOne = $"SELECT body FROM alert WHERE brand = {Brand} AND id = ?2";

    private const string SelectNewest = $"SELECT body FROM alert WHERE brand = {Brand} AND (?2 IS NULL OR status = ?2) ORDER BY onset DESC, id LIMIT ?3";

    private const string InsertNotified = "INSERT INTO notified (brand, alert, revision, channel) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING";

    private const string SelectNotified = $"SELECT 1 FROM notified WHERE brand = {Brand} AND alert = ?2 AND revision = ?3 AND channel = ?4";

    /// <inheritdoc/>
    public Task<Versioned<byte[]>> GetDetectionStateAsync(string brandId, CancellationToken cancellationToken) => database.ReadAsync(
        session =>
        {
            using var reader = session.Query(SelectState, brandId);
            return reader.Read() ? new Versioned<byte[]>(reader.GetFieldValue<byte[]>(1), reader.GetInt64(0)) : default;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryCommitAsync(
        string brandId, byte[] state, long expectedVersion, DateTimeOffset judgedUntil, IReadOnlyList<Alert> alerts, CancellationToken cancellationToken)
    {
        if (alerts.Any(alert => alert.BrandId != brandId))
        {
            throw new ArgumentException("Every alert must be of the brand whose state is saved.", nameof(alerts));
        }

        return database.WriteAsync(
            session =>
            {
                var brand = session.NameOf(brandId);
                var first = expectedVersion == 0
                    ? session.Execute(InsertState, brand, judgedUntil.UtcTicks, state) == 1
                    : session.Execute(UpdateState, brand, judgedUntil.UtcTicks, state, expectedVersion) == 1;
                if (first)
                {
                    Save(session, brand, alerts);
                }

                return first;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Alert>> ListPendingAsync(string brandId, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Alert>>(session => Read(session, SelectPending, brandId), cancellationToken);

    /// <inheritdoc/>
    public Task MarkQueuedAsync(string brandId, string alertId, int revision, CancellationToken cancellationToken) =>
        database.WriteAsync(session => session.Execute(UpdateQueued, brandId, alertId, revision), cancellationToken);

    /// <inheritdoc/>
    public Task<Alert?> GetAsync(string brandId, string alertId, CancellationToken cancellationToken) =>
        database.ReadAsync(session => Read(session, SelectOne, brandId, alertId).SingleOrDefault(), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Alert>> ListAsync(string brandId, AlertStatus? status, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
        return database.ReadAsync<IReadOnlyList<Alert>>(session => Read(session, SelectNewest, brandId, status is { } only ? (long)only : null, limit), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> TryMarkNotifiedAsync(string brandId, string alertId, int revision, string channel, CancellationToken cancellationToken) =>
        database.WriteAsync(session => session.Execute(InsertNotified, session.NameOf(brandId), alertId, revision, channel) == 1, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> IsNotifiedAsync(string brandId, string alertId, int revision, string channel, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.Scalar(SelectNotified, brandId, alertId, revision, channel) is not null, cancellationToken);

    private static void Save(SqliteSession session, long brand, IReadOnlyList<Alert> alerts)
    {
        foreach (var alert in alerts)
        {
            session.Execute(
                UpsertAlert,
                brand,
                alert.Id,
                alert.OnsetUtc.UtcTicks,
                (long)alert.Status,
                alert.Revision,
                EmbeddedJson.Write(alert, SocialListeningJsonContext.Default.Alert));
        }
    }

    private static List<Alert> Read(SqliteSession session, string sql, params ReadOnlySpan<object?> values)
    {
        var alerts = new List<Alert>();
        using var reader = session.Query(sql, values);
        while (reader.Read())
        {
            alerts.Add(EmbeddedJson.Read(reader.GetFieldValue<byte[]>(0), SocialListeningJsonContext.Default.Alert));
        }

        return alerts;
    }
}
