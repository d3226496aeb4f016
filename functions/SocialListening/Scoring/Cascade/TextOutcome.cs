using SocialListening.Contracts;

namespace SocialListening.Scoring.Cascade;

/// <summary>What became of a text: an answer, the certainty that there will be none, or a wait.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Waits">Why the text waits; <see langword="null"/> when it does not.</param>
internal readonly record struct TextOutcome(LanguageAnswer? Answer, PendingReason? Waits)
{
    /// <summary>There will be no answer: the embedded one is final.</summary>
    public static TextOutcome Refused => default;
}
