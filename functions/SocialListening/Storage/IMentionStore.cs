using SocialListening.Contracts;

namespace SocialListening.Storage;

/// <summary>Stores mentions together with the rollups that count them.</summary>
public interface IMentionStore
{
    /// <summary>
    /// Stores the mentions of one brand and counts the new ones in their five-minute buckets, each mention and its count in
    /// one atomic write, so that a count can be neither lost nor doubled. Storing again changes no count; a later reading updates the engagement of a
    /// stored mention, an earlier one changes nothing.
    /// </summary>
    /// <param name="brandId">The brand of every mention.</param>
    /// <param name="mentions">The mentions, any number; doubles within are fine.</param>
    /// <param name="cancellationToken">Cancels before the write.</param>
    Task<StoreOutcome> StoreAsync(string brandId, IReadOnlyList<ScoredMention> mentions, CancellationToken cancellationToken);
}
