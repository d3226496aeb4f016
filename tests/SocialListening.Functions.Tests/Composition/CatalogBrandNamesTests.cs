using SocialListening.Brands;
using SocialListening.Contracts;

namespace SocialListening.Functions.Tests.Composition;

public sealed class CatalogBrandNamesTests
{
    private static readonly Brand Cafe = new() { Id = "cafe", Name = "Café", Query = "café OR #moulu" };
    private static readonly Brand Atlas = new() { Id = "atlas", Name = "Atlas", Query = "atlas" };

    [Fact]
    public async Task Of_ChangedBrands_GivesTheNamesOfNowAndKeepsTheListOfABrandThatStays()
    {
        var catalog = new Changing();
        var names = new CatalogBrandNames(catalog);
        var before = names.Of("atlas");
        Assert.Contains("moulu", names.Of("cafe"));

        catalog.Current = new BrandSnapshot([Cafe with { Query = "thé" }, Atlas]);

        Assert.Equal(["Café", "thé"], names.Of("cafe"));
        Assert.Same(before, names.Of("atlas"));
        Assert.Empty(names.Of("new"));
        await names.LearnAsync(["atlas", "new"], default, default);
        Assert.Equal(["Neu", "neu"], names.Of("new"));
    }

    private sealed class Changing : IBrandCatalog
    {
        public BrandSnapshot Current { get; set; } = new([Cafe, Atlas]);

        public ValueTask<BrandSnapshot> ReadSinceAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
            ValueTask.FromResult(Current = new BrandSnapshot([.. Current.Brands.Values, new Brand { Id = "new", Name = "Neu", Query = "neu" }]));
    }
}
