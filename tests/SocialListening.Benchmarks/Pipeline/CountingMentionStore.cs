using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Benchmarks.Pipeline;

/// <summary>Counts the transactions of the real mention store and what they changed.</summary>
internal sealed class CountingMentionStore(IMentionStore inner, OperationCounts counts) : IMentionStore
{
    public async Task<StoreOutcome> StoreAsync(string brandId, IReadOnlyList<ScoredMention> mentions, CancellationToken cancellationToken)
    {
        var outcome = await inner.StoreAsync(brandId, mentions, cancellationToken);
        Interlocked.Increment(ref counts.MentionWrites);
        Interlocked.Add(ref counts.Added, outcome.Added);
        Interlocked.Add(ref counts.Known, outcome.Updated + outcome.Unchanged);
        return outcome;
    }
}
