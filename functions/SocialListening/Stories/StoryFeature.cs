namespace SocialListening.Stories;

/// <summary>One thing that a post says.</summary>
/// <param name="Key">What it is.</param>
/// <param name="Weight">How much it tells one event from another, by its kind, above 0.</param>
internal readonly record struct StoryFeature(ulong Key, float Weight);
