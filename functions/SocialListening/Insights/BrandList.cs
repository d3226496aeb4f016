namespace SocialListening.Insights;

/// <summary>The brands that are listened for.</summary>
/// <param name="Brands">The brands by id.</param>
public sealed record BrandList(IReadOnlyList<BrandEntry> Brands);
