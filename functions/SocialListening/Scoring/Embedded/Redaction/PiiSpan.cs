namespace SocialListening.Scoring.Embedded.Redaction;

/// <summary>Personal data found in a text.</summary>
/// <param name="Start">UTF-16 offset, the same in the text and in its masked form.</param>
/// <param name="Length">UTF-16 units, at least 1.</param>
/// <param name="Kind">The one kind that it is.</param>
public readonly record struct PiiSpan(int Start, int Length, PiiKinds Kind);
