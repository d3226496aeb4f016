using SocialListening.Benchmarks.Pipeline;
using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Benchmarks.Spikes;

/// <summary>Counts what detection reads of counts, mentions and coverage.</summary>
internal sealed class CountingReads(IRollupReader rollups, IMentionReader mentions, ICoverageStore coverage, OperationCounts counts) : IRollupReader, IMentionReader, ICoverageStore
{
    public Task AddAsync(CoverageRecord record, CancellationToken cancellationToken) => coverage.AddAsync(record, cancellationToken);

    Task<IReadOnlyList<RollupDocument>> IRollupReader.ListAsync(string brandId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref counts.Reads);
        return rollups.ListAsync(brandId, from, to, cancellationToken);
    }

    Task<MentionPage> IMentionReader.ListAsync(MentionFilter filter, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref counts.Reads);
        return mentions.ListAsync(filter, cancellationToken);
    }

    Task<IReadOnlyList<CoverageRecord>> ICoverageStore.ListAsync(string brandId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref counts.Reads);
        return coverage.ListAsync(brandId, from, to, cancellationToken);
    }
}
