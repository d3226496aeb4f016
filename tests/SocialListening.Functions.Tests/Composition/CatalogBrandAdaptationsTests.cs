using Microsoft.Extensions.Logging.Abstractions;
using SocialListening.Brands;
using SocialListening.Contracts;
using SocialListening.Functions.Tests.Storage;
using SocialListening.Scoring.Adaptation;
using SocialListening.Scoring.Embedded;

namespace SocialListening.Functions.Tests.Composition;

public sealed class CatalogBrandAdaptationsTests : IDisposable
{
    private static readonly EmbeddedScorer Scorer = EmbeddedScorer.Load();

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Of_BrandsWithAndWithoutAFileThatFits_GivesOnlyWhatCanBeUsed()
    {
        Write("good.br", Scorer.ModelVersion);
        Write("stale.br", "another-model");
        File.WriteAllText(_folder.File("broken.br"), "no adaptation");

        var adaptations = new CatalogBrandAdaptations(
            new BrandCatalog([Brand("good"), Brand("stale"), Brand("broken"), Brand("missing"), Brand("plain") with { Adaptation = null }]),
            Scorer,
            NullLogger<CatalogBrandAdaptations>.Instance);

        Assert.Equal(77, adaptations.Of("good")!.Texts);
        Assert.All(["stale", "broken", "missing", "plain", "unheard-of"], brand => Assert.Null(adaptations.Of(brand)));
    }

    public void Dispose() => _folder.Dispose();

    private Brand Brand(string id) => new() { Id = id, Name = id, Query = id, Adaptation = _folder.File(id + ".br") };

    private void Write(string name, string model)
    {
        using var file = File.Create(_folder.File(name));
        BrandAdaptationFile.Write(BrandAdaptationFile.Make(model, 77, 0.5f, 0, 1, new Dictionary<uint, (sbyte Negative, sbyte Positive)> { [7] = (1, -1) }), file);
    }
}
