using System.Runtime.CompilerServices;
using SocialListening.Brands;
using SocialListening.Contracts;
using SocialListening.Matching;
using SocialListening.Scoring;

namespace SocialListening.Functions;

/// <summary>
/// Reads the names of brands from their definitions: the brand's name, and each term of its query that alone makes a post match.
/// The list of a brand is the same object for as long as its definition stays. Thread-safe.
/// </summary>
internal sealed class CatalogBrandNames(IBrandCatalog catalog) : IBrandNames
{
    private readonly ConditionalWeakTable<Brand, IReadOnlyList<string>> _names = [];

    public IReadOnlyList<string> Of(string brandId) => catalog.Current.Brands.TryGetValue(brandId, out var brand) ? _names.GetValue(brand, NamesOf) : [];

    public async ValueTask LearnAsync(IEnumerable<string> brandIds, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var known = catalog.Current;
        if (!brandIds.All(brandId => known.Brands.ContainsKey(brandId) || known.IsLeftOut(brandId)))
        {
            await catalog.ReadSinceAsync(since, cancellationToken);
        }
    }

    private static IReadOnlyList<string> NamesOf(Brand brand) =>
        [.. BrandQuery.Parse(brand.Query).Query is { } query ? QueryNames.Of(query).Prepend(brand.Name) : [brand.Name]];
}
