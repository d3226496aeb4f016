using System.Collections.Frozen;
using SocialListening.Contracts;

namespace SocialListening.Brands;

/// <summary>
/// All brands as they were at one time. Immutable: whoever works on one thing takes one snapshot for all of it. A brand that did
/// not change from one snapshot to the next is the same object in both, so what was worked out of it can be kept.
/// </summary>
public sealed class BrandSnapshot
{
    private readonly FrozenSet<string> _leftOut;

    /// <summary>Takes the brands.</summary>
    /// <param name="brands">The brands, with distinct ids.</param>
    /// <param name="version">The version of the definitions; 0 for a brand file.</param>
    /// <param name="leftOut">Definitions that cannot be used; <see langword="null"/> for none.</param>
    public BrandSnapshot(IEnumerable<Brand> brands, long version = 0, IReadOnlyList<BrandLeftOut>? leftOut = null)
    {
        Brands = brands.ToFrozenDictionary(brand => brand.Id, StringComparer.Ordinal);
        Sources = Brands.Values.SelectMany(brand => brand.Sources).ToFrozenDictionary(source => source.Id, StringComparer.Ordinal);
        Version = version;
        LeftOut = leftOut ?? [];
        _leftOut = LeftOut.Select(left => left.BrandId).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The version of the definitions, which moves with every change of them; 0 for a brand file and for a store that nothing was put into.</summary>
    public long Version { get; }

    /// <summary>All brands, by id.</summary>
    public IReadOnlyDictionary<string, Brand> Brands { get; }

    /// <summary>All sources of all brands, by source id.</summary>
    public IReadOnlyDictionary<string, SourceQuery> Sources { get; }

    /// <summary>The definitions that this version of the product cannot use, by brand; they are missing in <see cref="Brands"/>.</summary>
    public IReadOnlyList<BrandLeftOut> LeftOut { get; }

    /// <summary>Whether a brand is defined in a way that this version cannot use, so that looking for it again finds nothing else.</summary>
    /// <param name="brandId">The brand.</param>
    public bool IsLeftOut(string brandId) => _leftOut.Contains(brandId);
}
