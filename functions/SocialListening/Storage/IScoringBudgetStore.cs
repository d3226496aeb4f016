using SocialListening.Contracts;

namespace SocialListening.Storage;

/// <summary>Keeps what the language service cost on each day, so that all instances share one budget and a restart forgets nothing.</summary>
public interface IScoringBudgetStore
{
    /// <summary>Reads a day.</summary>
    /// <param name="day">The day, in UTC.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The day with its version; a day on which nothing was spent has <see langword="null"/> and version 0.</returns>
    Task<Versioned<BudgetDay>> GetAsync(DateOnly day, CancellationToken cancellationToken);

    /// <summary>Replaces a day if nobody else did since it was read.</summary>
    /// <param name="day">The new state of the day.</param>
    /// <param name="expectedVersion">The version that was read; 0 for a day that had none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns><see langword="false"/> when somebody else was first; then nothing changes.</returns>
    Task<bool> TrySaveAsync(BudgetDay day, long expectedVersion, CancellationToken cancellationToken);
}
