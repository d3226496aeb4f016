using SocialListening.Contracts;

namespace SocialListening.Collecting;

/// <summary>What one poll came to.</summary>
/// <param name="Queued">Mentions queued for scoring.</param>
/// <param name="FailureClass">The class of its failure, or <see langword="null"/>.</param>
/// <param name="Reason">Why it failed or did nothing, or <see langword="null"/>.</param>
public sealed record CollectOutcome(int Queued, FailureClass? FailureClass, string? Reason);
