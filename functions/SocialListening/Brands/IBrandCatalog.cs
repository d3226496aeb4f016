using SocialListening.Contracts;

namespace SocialListening.Brands;

/// <summary>The brands and causes that are listened for.</summary>
public interface IBrandCatalog
{
    /// <summary>All brands, by id. The catalog is fixed while the process runs.</summary>
    IReadOnlyDictionary<string, Brand> Brands { get; }

    /// <summary>All sources of all brands, by source id.</summary>
    IReadOnlyDictionary<string, SourceQuery> Sources { get; }
}
