namespace SocialListening.Scoring.Phrases;

/// <summary>The terms of a window, ranked in two ways.</summary>
/// <param name="Top">What most posts are about, frequent empty words weighed down, most first.</param>
/// <param name="Rising">What is surely more frequent than before, surest first.</param>
public sealed record TermRanking(IReadOnlyList<Term> Top, IReadOnlyList<Term> Rising);
