using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>Reads five-minute counts, with the parts of one bucket that lie in several slots added up.</summary>
/// <param name="database">The database.</param>
internal sealed class CosmosRollupReader(CosmosDatabase database) : IRollupReader
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<RollupDocument>> ListAsync(string brandId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var parts = await CosmosRollups.PartsAsync(database.Mentions, brandId, Granularity.Bucket, from, to, cancellationToken).ConfigureAwait(false);
        return [.. parts.GroupBy(part => part.Start).OrderBy(bucket => bucket.Key).Select(bucket => bucket.Aggregate(RollupSum.Add))];
    }
}
