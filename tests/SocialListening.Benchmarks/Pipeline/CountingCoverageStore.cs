using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Benchmarks.Pipeline;

/// <summary>Counts the transactions of the real coverage store.</summary>
internal sealed class CountingCoverageStore(ICoverageStore inner, OperationCounts counts) : ICoverageStore
{
    public Task AddAsync(CoverageRecord record, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref counts.OtherWrites);
        return inner.AddAsync(record, cancellationToken);
    }

    public Task<IReadOnlyList<CoverageRecord>> ListAsync(string brandId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        inner.ListAsync(brandId, from, to, cancellationToken);
}
