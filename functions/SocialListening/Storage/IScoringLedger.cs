using SocialListening.Contracts;

namespace SocialListening.Storage;

/// <summary>Keeps what the language service answered for each text, so that no text is paid for twice.</summary>
public interface IScoringLedger
{
    /// <summary>The most keys or entries of one call.</summary>
    const int MaxEntries = 100;

    /// <summary>Reads entries. One past its time may still be given.</summary>
    /// <param name="keys">Their keys, at most <see cref="MaxEntries"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Those that exist, by key, each with its version.</returns>
    Task<IReadOnlyDictionary<string, Versioned<LedgerEntry>>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken);

    /// <summary>Replaces entries, each if nobody else did since it was read; each alone is atomic.</summary>
    /// <param name="entries">The new entries with the versions that were read, 0 for one that did not exist; at most <see cref="MaxEntries"/>, each key once.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>For each, in order, whether it was saved.</returns>
    Task<IReadOnlyList<bool>> TrySaveAsync(IReadOnlyList<Versioned<LedgerEntry>> entries, CancellationToken cancellationToken);

    /// <summary>Removes entries past their time, as far as the backend does not do so by itself. Doing it again changes nothing.</summary>
    /// <param name="now">The time, in UTC.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task RemoveExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
