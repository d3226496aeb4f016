using SocialListening.Brands;

namespace SocialListening.Insights;

/// <summary>How the definitions of brands are doing.</summary>
/// <param name="Count">How many brands this instance listens for.</param>
/// <param name="Version">The version of the stored definitions that it goes by; 0 for a brand file.</param>
/// <param name="Advice">What to do about <paramref name="LeftOut"/>, or when there is no brand; <see langword="null"/> when all is well.</param>
/// <param name="LeftOut">Stored definitions that it cannot use.</param>
public sealed record BrandHealth(int Count, long Version, string? Advice, IReadOnlyList<LeftOutBrand> LeftOut)
{
    /// <summary>Tells it of a snapshot.</summary>
    /// <param name="brands">The brands.</param>
    internal static BrandHealth Of(BrandSnapshot brands) => new(
        brands.Brands.Count,
        brands.Version,
        brands.LeftOut.Count > 0 ? "These brands are not listened for. Put a mended definition with PUT /api/brands/{brandId}/definition, or deploy the version of the app that wrote it."
            : brands.Brands.Count == 0 ? "No brand is defined. Add one with PUT /api/brands/{brandId}/definition."
            : null,
        [.. brands.LeftOut.OrderBy(brand => brand.BrandId, StringComparer.Ordinal).Select(brand => new LeftOutBrand(brand.BrandId, string.Join(" ", brand.Errors)))]);
}
