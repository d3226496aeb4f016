namespace SocialListening.Insights;

/// <summary>A page of corrected texts, the newest post first.</summary>
/// <param name="Corrections">The texts with their corrections.</param>
/// <param name="NextCursor">What to send as <c>cursor</c> for the next page; <see langword="null"/> on the last.</param>
public sealed record CorrectionList(IReadOnlyList<CorrectedText> Corrections, string? NextCursor);
