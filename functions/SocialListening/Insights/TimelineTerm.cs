namespace SocialListening.Insights;

/// <summary>A key phrase of an interval.</summary>
/// <param name="Text">The phrase in lower case.</param>
/// <param name="Mentions">In how many mentions it stands at least.</param>
/// <param name="AtMost">In how many at most; the same unless the interval had more phrases than are kept.</param>
public sealed record TimelineTerm(string Text, int Mentions, int AtMost);
