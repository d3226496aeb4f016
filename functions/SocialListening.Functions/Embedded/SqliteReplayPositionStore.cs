using SocialListening.Storage;

namespace SocialListening.Functions.Embedded;

/// <summary>The position of the replay's clock in the storage file.</summary>
/// <param name="database">The storage file.</param>
internal sealed class SqliteReplayPositionStore(SqliteDatabase database) : IReplayPositionStore
{
    private const string Select = "SELECT at FROM position WHERE name = 'replay'";
    private const string Upsert = "INSERT OR REPLACE INTO position (name, at) VALUES ('replay', ?1)";

    /// <inheritdoc/>
    public Task<DateTimeOffset?> GetAsync(CancellationToken cancellationToken) => database.ReadAsync(
        session => session.Scalar(Select) is long ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : (DateTimeOffset?)null,
        cancellationToken);

    /// <inheritdoc/>
    public Task SaveAsync(DateTimeOffset position, CancellationToken cancellationToken) =>
        database.WriteAsync(session => session.Execute(Upsert, position.UtcTicks), cancellationToken);
}
