namespace SocialListening.Storage;

/// <summary>Where a timer stands.</summary>
/// <param name="Last">When the last run started, or its due time if that was later; UTC; <see langword="null"/> before the first.</param>
/// <param name="Next">When the next run is due, UTC.</param>
/// <param name="LastUpdated">The moment that <paramref name="Next"/> was worked out from, UTC.</param>
public sealed record TimerStatus(DateTimeOffset? Last, DateTimeOffset Next, DateTimeOffset LastUpdated);
