namespace SocialListening.Collecting;

/// <summary>What matches mentions with the brands of one snapshot.</summary>
/// <param name="Brands">Tells the brands of a mention.</param>
/// <param name="Topics">Tells the topics of those brands.</param>
public sealed record BrandMatchers(IMentionMatcher Brands, ITopicMatcher Topics);
