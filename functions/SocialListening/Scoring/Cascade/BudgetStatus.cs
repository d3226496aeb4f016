namespace SocialListening.Scoring.Cascade;

/// <summary>How the day's budget stands.</summary>
/// <param name="Committed">Records spent or reserved.</param>
/// <param name="Budget">The day's budget.</param>
/// <param name="Threshold">The least weight of a text to be sent now; above 1 when nothing is left.</param>
public readonly record struct BudgetStatus(long Committed, long Budget, double Threshold);
