using SocialListening.Contracts;

namespace SocialListening.Storage;

/// <summary>Keeps what was erased, without saying whose it was.</summary>
public interface IErasureLedger
{
    /// <summary>The most keys of one call of <see cref="FindAsync"/>.</summary>
    const int MaxKeys = 500;

    /// <summary>Tells which keys are in the ledger. An entry past its time may still count.</summary>
    /// <param name="keys">Keys, at most <see cref="MaxKeys"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<IReadOnlySet<string>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken);

    /// <summary>Reads an entry.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The entry with its version; <see langword="null"/> and 0 when there is none.</returns>
    Task<Versioned<ErasureRecord>> GetAsync(string key, CancellationToken cancellationToken);

    /// <summary>Replaces an entry if nobody else did since it was read.</summary>
    /// <param name="record">The new entry.</param>
    /// <param name="expectedVersion">The version that was read; 0 for one that did not exist.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns><see langword="false"/> when somebody else was first; then nothing changes.</returns>
    Task<bool> TrySaveAsync(ErasureRecord record, long expectedVersion, CancellationToken cancellationToken);

    /// <summary>Reads entries, the latest request first, then by key.</summary>
    /// <param name="openOnly">Whether only those that are not done are wanted.</param>
    /// <param name="limit">The most entries, 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<IReadOnlyList<ErasureRecord>> ListAsync(bool openOnly, int limit, CancellationToken cancellationToken);
}
