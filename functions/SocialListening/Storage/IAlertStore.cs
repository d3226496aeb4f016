using SocialListening.Contracts;

namespace SocialListening.Storage;

/// <summary>Keeps alerts and the detection state that they follow from, so that both move in one atomic write.</summary>
public interface IAlertStore
{
    /// <summary>Reads the detection state of a brand: bytes that only the detector understands.</summary>
    /// <param name="brandId">The brand.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The state with its version; <see langword="null"/> and 0 before the first detection.</returns>
    Task<Versioned<byte[]>> GetDetectionStateAsync(string brandId, CancellationToken cancellationToken);

    /// <summary>
    /// Replaces the detection state and stores the alerts that came with it, all or nothing, if nobody else did since the
    /// state was read. The alerts are pending until <see cref="MarkQueuedAsync"/>.
    /// </summary>
    /// <param name="brandId">The brand.</param>
    /// <param name="state">The new state.</param>
    /// <param name="expectedVersion">The version that was read; 0 before the first.</param>
    /// <param name="judgedUntil">End of the last bucket that the state has judged: a mention that lands before it later revises its bucket.</param>
    /// <param name="alerts">New alerts and new revisions of known ones; an older revision than the stored one is ignored.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns><see langword="false"/> when somebody else was first; then nothing changes.</returns>
    Task<bool> TryCommitAsync(string brandId, byte[] state, long expectedVersion, DateTimeOffset judgedUntil, IReadOnlyList<Alert> alerts, CancellationToken cancellationToken);

    /// <summary>Reads the alerts of a brand whose newest revision has not been queued for notification, oldest first.</summary>
    /// <param name="brandId">The brand.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<IReadOnlyList<Alert>> ListPendingAsync(string brandId, CancellationToken cancellationToken);

    /// <summary>Notes that a revision was queued. Idempotent.</summary>
    /// <param name="brandId">The brand.</param>
    /// <param name="alertId">The alert.</param>
    /// <param name="revision">The revision that was queued.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task MarkQueuedAsync(string brandId, string alertId, int revision, CancellationToken cancellationToken);

    /// <summary>Reads one alert.</summary>
    /// <param name="brandId">The brand.</param>
    /// <param name="alertId">The alert.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The alert in its newest revision, or <see langword="null"/>.</returns>
    Task<Alert?> GetAsync(string brandId, string alertId, CancellationToken cancellationToken);

    /// <summary>Reads a brand's alerts, the newest onset first.</summary>
    /// <param name="brandId">The brand.</param>
    /// <param name="status">Only this status; <see langword="null"/> for any.</param>
    /// <param name="limit">The most alerts, 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<IReadOnlyList<Alert>> ListAsync(string brandId, AlertStatus? status, int limit, CancellationToken cancellationToken);

    /// <summary>Notes that one channel was told of a revision.</summary>
    /// <param name="brandId">The brand.</param>
    /// <param name="alertId">The alert.</param>
    /// <param name="revision">The revision.</param>
    /// <param name="channel">The channel's name.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns><see langword="false"/> when that was noted before.</returns>
    Task<bool> TryMarkNotifiedAsync(string brandId, string alertId, int revision, string channel, CancellationToken cancellationToken);

    /// <summary>Tells whether a channel was already told of a revision.</summary>
    /// <param name="brandId">The brand.</param>
    /// <param name="alertId">The alert.</param>
    /// <param name="revision">The revision.</param>
    /// <param name="channel">The channel's name.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<bool> IsNotifiedAsync(string brandId, string alertId, int revision, string channel, CancellationToken cancellationToken);
}
