using SocialListening.Contracts;

namespace SocialListening.Storage;

/// <summary>The key phrases of one hour or day.</summary>
/// <param name="Start">Its start in UTC.</param>
/// <param name="Terms">The phrases.</param>
public sealed record TermPeriod(DateTimeOffset Start, TermTally Terms);
