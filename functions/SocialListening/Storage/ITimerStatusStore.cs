namespace SocialListening.Storage;

/// <summary>
/// Keeps when each monitored timer last ran and is next due, so that a run missed while the process was down is made up
/// for once after the start. Without such a store the timers keep this in a local file.
/// </summary>
public interface ITimerStatusStore
{
    /// <summary>Reads the status of a timer.</summary>
    /// <param name="name">The function's name.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The status, or <see langword="null"/> for a timer never saved.</returns>
    Task<TimerStatus?> GetAsync(string name, CancellationToken cancellationToken);

    /// <summary>Replaces the status of a timer; saving the same again changes nothing.</summary>
    /// <param name="name">The function's name.</param>
    /// <param name="status">The new status.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task SaveAsync(string name, TimerStatus status, CancellationToken cancellationToken);
}
