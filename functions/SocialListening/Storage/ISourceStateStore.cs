using SocialListening.Contracts;

namespace SocialListening.Storage;

/// <summary>Keeps where the polling of each source stands.</summary>
public interface ISourceStateStore
{
    /// <summary>Reads the state of a source.</summary>
    /// <param name="sourceId">The source.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The state with its version; a source never polled has <see langword="null"/> and version 0.</returns>
    Task<Versioned<SourceState>> GetAsync(string sourceId, CancellationToken cancellationToken);

    /// <summary>Reads the states of all sources that have one, with their versions, by source id.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<IReadOnlyDictionary<string, Versioned<SourceState>>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Replaces the state if nobody else did since it was read.</summary>
    /// <param name="state">The new state.</param>
    /// <param name="expectedVersion">The version that was read; 0 for a source that had none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns><see langword="false"/> when somebody else was first; then nothing changes.</returns>
    Task<bool> TrySaveAsync(SourceState state, long expectedVersion, CancellationToken cancellationToken);

    /// <summary>Replaces several states, each as <see cref="TrySaveAsync"/> does, in as few writes as the storage allows.</summary>
    /// <param name="states">The new states of different sources, with the versions that were read.</param>
    /// <param name="cancellationToken">Cancels between writes; a part may have been saved.</param>
    /// <returns>Whether each was saved, in order.</returns>
    Task<IReadOnlyList<bool>> TrySaveAllAsync(IReadOnlyList<Versioned<SourceState>> states, CancellationToken cancellationToken);
}
