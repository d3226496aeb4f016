using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SocialListening.Brands;
using SocialListening.Collecting;
using SocialListening.Contracts;
using SocialListening.Matching;
using SocialListening.Platforms;

namespace SocialListening.Tests.Brands;

public sealed class BrandCatalogTests
{
    [Fact]
    public void Catalog_WithoutAPath_HoldsTheDemonstration()
    {
        using ServiceProvider provider = Services("");
        BrandSnapshot catalog = provider.GetRequiredService<IBrandCatalog>().Current;
        Assert.Equal(["boreal-cafe", "solidarite-atlas"], catalog.Brands.Keys.Order(StringComparer.Ordinal));
        Assert.All(catalog.Sources.Values, s => Assert.Equal(PlatformNames.Replay, s.Platform));
        Assert.All(catalog.Brands.Values, b => Assert.True(b.Sources.Count >= 3));
        Assert.All(catalog.Sources, s => Assert.Equal(s.Key, s.Value.Id));
    }

    [Theory]
    [InlineData("L’Atlas sous la neige, randonnée de trois jours")]
    [InlineData("Mon vieil atlas routier a fini à la benne")]
    [InlineData("Forêt boréale : trois ours aperçus")]
    [InlineData("Aurore boréale ce soir au Café du port")]
    [InlineData("The Atlas mountains association of hikers: une montagne de dons")]
    public void Demonstration_UnrelatedText_MatchesNoBrand(string text)
    {
        using ServiceProvider provider = Services("");
        Mention mention = new() { Platform = "x", PlatformPostId = "1", Permalink = "", Text = text, CreatedAtUtc = DateTimeOffset.UnixEpoch };
        Assert.Empty(provider.GetRequiredService<IBrandMatching>().Of(provider.GetRequiredService<IBrandCatalog>().Current).Brands.Match(mention));
        Assert.NotNull(provider.GetRequiredService<IPlatformQueryRenderer>());
    }

    [Fact]
    public void Validate_MissingFile_NamesTheSettingAndThePlace()
    {
        using ServiceProvider provider = Services("no-such-brands.json");
        OptionsValidationException error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IBrandCatalog>());
        Assert.Contains("Brands:Path", error.Message, StringComparison.Ordinal);
        Assert.Contains(Path.GetFullPath("no-such-brands.json"), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_FileWithMistakes_TellsThemAll()
    {
        string path = Path.Combine(Path.GetTempPath(), $"brands-{Guid.NewGuid():N}.json");
        File.WriteAllText(path, """{ "brands": [ { "id": "b", "name": "B", "query": "(", "sources": [ { "name": "s", "platform": "blusky" } ] } ] }""");
        try
        {
            using ServiceProvider provider = Services(path);
            OptionsValidationException error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IBrandCatalog>());
            Assert.Contains("has 2 mistakes", error.Message, StringComparison.Ordinal);
            Assert.Contains("'bluesky'", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Locate_RelativePath_PrefersTheWorkingFolderToTheAppsFolder()
    {
        DirectoryInfo root = Directory.CreateTempSubdirectory();
        try
        {
            string working = root.CreateSubdirectory("working").FullName, app = root.CreateSubdirectory("app").FullName;
            Assert.Equal(Path.Combine(working, "brands.json"), BrandCatalog.Locate("brands.json", working, app));
            File.WriteAllText(Path.Combine(app, "brands.json"), "{}");
            Assert.Equal(Path.Combine(app, "brands.json"), BrandCatalog.Locate("brands.json", working, app));
            File.WriteAllText(Path.Combine(working, "brands.json"), "{}");
            Assert.Equal(Path.Combine(working, "brands.json"), BrandCatalog.Locate("brands.json", working, app));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    // Not validated when built: brands of a file need no store, and none is there.
    private static ServiceProvider Services(string path) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Brands:Path", path)]).Build())
        .AddBrands()
        .AddMatching()
        .BuildServiceProvider(validateScopes: true);
}
