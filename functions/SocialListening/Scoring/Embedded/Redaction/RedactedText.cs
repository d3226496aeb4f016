namespace SocialListening.Scoring.Embedded.Redaction;

/// <summary>A text without the personal data that was found.</summary>
/// <param name="Text">As long as the original, so every offset into the rest stays right.</param>
/// <param name="Spans">What was masked, in the order of the text; none overlap.</param>
public sealed record RedactedText(string Text, IReadOnlyList<PiiSpan> Spans);
