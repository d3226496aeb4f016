namespace SocialListening.Storage;

/// <summary>Where a timer stands.</summary>
/// <param name="Last">The due time of the last run, UTC; <see langword="null"/> before the first.</param>
/// <param name="Next">When the next run is due, UTC.</param>
/// <param name="LastUpdated">When this was saved, UTC.</param>
public sealed record TimerStatus(DateTimeOffset? Last, DateTimeOffset Next, DateTimeOffset LastUpdated);
