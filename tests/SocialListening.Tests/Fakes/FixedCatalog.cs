using SocialListening.Brands;
using SocialListening.Contracts;

namespace SocialListening.Tests.Fakes;

internal sealed class FixedCatalog(params Brand[] brands) : IBrandCatalog
{
    public IReadOnlyDictionary<string, Brand> Brands { get; } = brands.ToDictionary(brand => brand.Id);

    public IReadOnlyDictionary<string, SourceQuery> Sources { get; } = brands.SelectMany(brand => brand.Sources).ToDictionary(source => source.Id);
}
