using SocialListening.Contracts;

namespace SocialListening.Storage;

/// <summary>What a correction did.</summary>
/// <param name="Outcome">What was changed.</param>
/// <param name="Mention">The mention as it is stored now; <see langword="null"/> when it is unknown.</param>
public readonly record struct CorrectionResult(CorrectionOutcome Outcome, ScoredMention? Mention);
