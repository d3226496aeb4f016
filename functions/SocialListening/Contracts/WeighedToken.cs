namespace SocialListening.Contracts;

/// <summary>A part of a text with what it said for the answer: an explanation.</summary>
/// <param name="Text">The part as it stands in <see cref="Mention.Text"/>.</param>
/// <param name="Start">Where it begins there, in UTF-16 units.</param>
/// <param name="Weight">
/// What it added to the log-odds of the answer against the mean of the other two; positive speaks for the answer, negative
/// against it. Rounded to 3 decimals.
/// </param>
public sealed record WeighedToken(string Text, int Start, float Weight);
