using SocialListening.Contracts;
using SocialListening.Rollups;
using SocialListening.Storage;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>Reads the key phrases in the documents of hours and days, with the parts that lie in several slots added up.</summary>
/// <param name="database">The database.</param>
internal sealed class CosmosTermReader(CosmosDatabase database) : ITermReader
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<TermPeriod>> ListAsync(string brandId, TermSpan span, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var granularity = span == TermSpan.Hour ? Granularity.Hour : Granularity.Day;
        var parts = await CosmosRollups.PartsAsync(database.Mentions, brandId, granularity, from, to, cancellationToken).ConfigureAwait(false);
        return
        [
            .. parts.Where(part => part.Terms is { Counts.Count: > 0 })
                .GroupBy(part => part.Start, part => part.Terms!)
                .OrderBy(period => period.Key)
                .Select(period => new TermPeriod(period.Key, period.Aggregate(TermCounting.Sum))),
        ];
    }
}
