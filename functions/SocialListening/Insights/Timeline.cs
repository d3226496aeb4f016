namespace SocialListening.Insights;

/// <summary>A brand's counts over time; every interval of <c>[From, To)</c> is there, also the empty ones.</summary>
/// <param name="BrandId">The brand.</param>
/// <param name="From">Start, inclusive, moved to the start of its interval.</param>
/// <param name="To">End, exclusive.</param>
/// <param name="IntervalMinutes">Length of an interval in minutes.</param>
/// <param name="Points">The intervals in order.</param>
public sealed record Timeline(string BrandId, DateTimeOffset From, DateTimeOffset To, int IntervalMinutes, IReadOnlyList<TimelinePoint> Points);
