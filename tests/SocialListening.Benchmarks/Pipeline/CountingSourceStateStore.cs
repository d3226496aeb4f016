using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Benchmarks.Pipeline;

/// <summary>Counts the transactions of the real store of source states.</summary>
internal sealed class CountingSourceStateStore(ISourceStateStore inner, OperationCounts counts) : ISourceStateStore
{
    public Task<Versioned<SourceState>> GetAsync(string sourceId, CancellationToken cancellationToken) => inner.GetAsync(sourceId, cancellationToken);

    public Task<IReadOnlyDictionary<string, Versioned<SourceState>>> ListAsync(CancellationToken cancellationToken) => inner.ListAsync(cancellationToken);

    public Task<bool> TrySaveAsync(SourceState state, long expectedVersion, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref counts.OtherWrites);
        return inner.TrySaveAsync(state, expectedVersion, cancellationToken);
    }

    public Task<IReadOnlyList<bool>> TrySaveAllAsync(IReadOnlyList<Versioned<SourceState>> states, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref counts.OtherWrites);
        return inner.TrySaveAllAsync(states, cancellationToken);
    }
}
