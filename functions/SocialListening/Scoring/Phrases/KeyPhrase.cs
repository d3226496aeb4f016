namespace SocialListening.Scoring.Phrases;

/// <summary>A phrase that tells what a post is about.</summary>
/// <param name="Text">The phrase as people read it: names as written, other words in lower case, hashtags cut into words.</param>
/// <param name="Score">How much it says, above 0; only good for comparing phrases of one post.</param>
/// <param name="Start">UTF-16 offset of its first word in the post.</param>
/// <param name="Length">UTF-16 units up to the end of its last word.</param>
public readonly record struct KeyPhrase(string Text, float Score, int Start, int Length);
