namespace SocialListening.Storage;

/// <summary>Keeps how far the clock of the replay has come, so that a restart continues there.</summary>
public interface IReplayPositionStore
{
    /// <summary>Reads the position.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The instant on the replay's clock, UTC, or <see langword="null"/> before the first run.</returns>
    Task<DateTimeOffset?> GetAsync(CancellationToken cancellationToken);

    /// <summary>Replaces the position; saving the same again changes nothing.</summary>
    /// <param name="position">The instant on the replay's clock.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task SaveAsync(DateTimeOffset position, CancellationToken cancellationToken);
}
