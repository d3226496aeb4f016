namespace SocialListening.Storage;

/// <summary>Removes what has served its time, where the storage does not do so by itself.</summary>
public interface IRetention
{
    /// <summary>Removes some of it, a part at a time: what is cut off in between is removed by the next call.</summary>
    /// <param name="cutoffs">What goes.</param>
    /// <param name="most">The most to remove of each kind, 1 or more.</param>
    /// <param name="cancellationToken">Cancels between kinds.</param>
    /// <returns>What was removed; nothing once all is gone, and always nothing from a storage that does it by itself.</returns>
    Task<RetentionOutcome> RemoveAsync(RetentionCutoffs cutoffs, int most, CancellationToken cancellationToken);
}
