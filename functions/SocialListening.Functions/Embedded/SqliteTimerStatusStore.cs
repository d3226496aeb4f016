using SocialListening.Storage;

namespace SocialListening.Functions.Embedded;

/// <summary>When each timer last ran, in the storage file.</summary>
/// <param name="database">The storage file.</param>
internal sealed class SqliteTimerStatusStore(SqliteDatabase database) : ITimerStatusStore
{
    private const string Select = "SELECT last, next, updated FROM timer WHERE name = ?1";
    private const string Upsert = "INSERT OR REPLACE INTO timer (name, last, next, updated) VALUES (?1, ?2, ?3, ?4)";

    /// <inheritdoc/>
    public Task<TimerStatus?> GetAsync(string name, CancellationToken cancellationToken) => database.ReadAsync(
        session =>
        {
            using var reader = session.Query(Select, name);
            return reader.Read()
                ? new TimerStatus(reader.IsDBNull(0) ? null : Utc(reader.GetInt64(0)), Utc(reader.GetInt64(1)), Utc(reader.GetInt64(2)))
                : null;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task SaveAsync(string name, TimerStatus status, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.Execute(Upsert, name, status.Last?.UtcTicks, status.Next.UtcTicks, status.LastUpdated.UtcTicks),
        cancellationToken);

    private static DateTimeOffset Utc(long ticks) => new(ticks, TimeSpan.Zero);
}
