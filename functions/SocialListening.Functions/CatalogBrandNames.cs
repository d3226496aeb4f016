using SocialListening.Brands;
using SocialListening.Contracts;
using SocialListening.Matching;
using SocialListening.Scoring;

namespace SocialListening.Functions;

/// <summary>Reads the names of brands from the brand file: the brand's name, and each term of its query that alone makes a post match.</summary>
internal sealed class CatalogBrandNames(IBrandCatalog catalog) : IBrandNames
{
    private readonly Dictionary<string, IReadOnlyList<string>> _names = catalog.Brands.ToDictionary(brand => brand.Key, brand => NamesOf(brand.Value), StringComparer.Ordinal);

    public IReadOnlyList<string> Of(string brandId) => _names.GetValueOrDefault(brandId, []);

    private static IReadOnlyList<string> NamesOf(Brand brand) =>
        [.. BrandQuery.Parse(brand.Query).Query is { } query ? QueryNames.Of(query).Prepend(brand.Name) : [brand.Name]];
}
