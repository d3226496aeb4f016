namespace SocialListening.Platforms.Replay;

/// <summary>Something that happens in the replay, in <c>[From, To)</c> UTC.</summary>
/// <param name="BrandId">The brand; <see langword="null"/> when it touches all.</param>
/// <param name="Kind">What it is.</param>
/// <param name="From">When it begins.</param>
/// <param name="To">When it is over.</param>
/// <param name="Title">One line for people.</param>
public sealed record ReplayEvent(string? BrandId, ReplayEventKind Kind, DateTimeOffset From, DateTimeOffset To, string Title);
