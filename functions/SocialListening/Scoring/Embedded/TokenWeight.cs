namespace SocialListening.Scoring.Embedded;

/// <summary>How much one token spoke for the answer.</summary>
/// <param name="Start">UTF-16 offset of the token in the text.</param>
/// <param name="Length">UTF-16 units of the token; 0 marks an empty place.</param>
/// <param name="Weight">What it added to the log-odds of the answer against the mean of the other two; positive speaks for it.</param>
public readonly record struct TokenWeight(int Start, int Length, float Weight);
