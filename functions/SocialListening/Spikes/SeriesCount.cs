namespace SocialListening.Spikes;

/// <summary>The mentions of one part of a brand's traffic in one bucket.</summary>
/// <param name="Series">Series key, stable over time and at most 64 characters, such as <c>platform:bluesky</c>.</param>
/// <param name="Count">Mentions, at least 0.</param>
public readonly record struct SeriesCount(string Series, int Count);
