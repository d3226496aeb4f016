namespace SocialListening.Contracts;

/// <summary>One part of what drives an alert.</summary>
/// <param name="Kind"><c>platform</c>, <c>topic</c>, <c>tier</c> (reach of the author), <c>language</c>, <c>sentiment</c>, <c>term</c> or <c>kind</c>.</param>
/// <param name="Value">The platform, language, term and so on.</param>
/// <param name="Share">Share of the mentions since the onset, 0 to 1.</param>
/// <param name="Count">Mentions since the onset.</param>
public sealed record AlertDriver(string Kind, string Value, double Share, int Count);
