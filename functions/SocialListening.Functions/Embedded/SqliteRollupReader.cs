using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Functions.Embedded;

/// <summary>Reads rollups from the storage file.</summary>
/// <param name="database">The storage file.</param>
internal sealed class SqliteRollupReader(SqliteDatabase database) : IRollupReader
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<RollupDocument>> ListAsync(string brandId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        database.ReadAsync(session => SqliteRollups.List(session, brandId, from, to), cancellationToken);
}
