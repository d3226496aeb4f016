namespace SocialListening.Scoring.Cascade;

/// <summary>Records set aside for one call.</summary>
/// <param name="Id">The call's id.</param>
/// <param name="Day">The day that pays, whatever the time when the call ends.</param>
/// <param name="Granted">For each text that was asked for, in order, whether the budget allows it.</param>
internal sealed record BudgetReservation(string Id, DateOnly Day, IReadOnlyList<bool> Granted)
{
    /// <summary>Whether the budget allows any.</summary>
    public bool GrantsAny => Granted.Contains(true);
}
