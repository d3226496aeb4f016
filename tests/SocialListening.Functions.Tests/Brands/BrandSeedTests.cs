using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SocialListening.Brands;
using SocialListening.Functions.Tests.Storage;
using SocialListening.Matching;
using SocialListening.Storage;
using SocialListening.Timing;
using static SocialListening.Functions.Tests.Storage.Make;

namespace SocialListening.Functions.Tests.Brands;

public sealed class BrandSeedTests : IDisposable
{
    private const string File = """
        {
          // Whom to listen for.
          "$schema": "brands.schema.json",
          "brands": [
            { "id": "cafe", "name": "Café « été »", "query": "café OR #cafe", },
            { "id": "gare", "name": "Gare", "query": "gare" /* du Nord */ }
          ]
        }
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly SqliteBackend _backend = new();

    [Fact]
    public async Task Run_EmptyStore_IsFilledByTheFileOnceByOneOfTwoInstances()
    {
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => RunAsync(File))));

        var stored = await _backend.Brands.ListAsync(default);
        Assert.Equal(1, stored.Version);
        Assert.Equal(
            ["""{"id":"cafe","name":"Café « été »","query":"café OR #cafe"}""", """{"id":"gare","name":"Gare","query":"gare"}"""],
            stored.Definitions.Select(definition => definition.Value!.Json));
        Assert.All(stored.Definitions, definition => Assert.Equal(Noon, definition.Value!.UpdatedAtUtc));
    }

    [Fact]
    public async Task Run_StoreThatWasFilled_DoesNotLookAtTheFile()
    {
        await _backend.Brands.PutAsync(Definitions.Of("cafe"), null, default);
        await _backend.Brands.DeleteAsync("cafe", null, default);

        await RunAsync("no JSON");
        await Seed(_folder.File("missing.json")).RunAsync(default);

        Assert.Empty((await _backend.Brands.ListAsync(default)).Definitions);
    }

    [Fact]
    public async Task Run_WithoutAFile_LeavesTheStoreEmpty()
    {
        await Seed("").RunAsync(default);

        Assert.False(await _backend.Brands.IsFilledAsync(default));
    }

    [Fact]
    public async Task Run_FileWithMistakes_TellsThemAllAndPutsNothing()
    {
        var refused = await Assert.ThrowsAsync<BrandFileException>(() => RunAsync(
            """{"brands":[{"id":"a","name":"A","query":"("},{"id":"b","name":"B","query":"b","sources":[{"name":"r","platform":"replay","terms":"x"}]}]}"""));

        Assert.Equal(["$.brands[0].query", "$.brands[1].sources[0].platform"], refused.Errors.Select(error => error.Path));
        Assert.Contains("Brands:Source", refused.Errors[1].Advice, StringComparison.Ordinal);
        Assert.False(await _backend.Brands.IsFilledAsync(default));
        await Assert.ThrowsAsync<BrandFileException>(() => Seed(_folder.File("missing.json")).RunAsync(default));
    }

    [Fact]
    public async Task Run_DefinitionTooLargeForTheStore_SaysWhich()
    {
        var sources = string.Join(',', Enumerable.Range(0, 80).Select(i => $$"""{"name":"s{{i}}","platform":"hackernews","terms":"{{new string('x', 900)}}"}"""));

        var refused = await Assert.ThrowsAsync<BrandFileException>(() => RunAsync($$"""{"brands":[{"id":"a","name":"A","query":"a"},{"id":"b","name":"B","query":"b","sources":[{{sources}}]}]}"""));

        Assert.Contains($"{IBrandStore.MaxBytes}", Assert.Single(refused.Errors).Advice, StringComparison.Ordinal);
        Assert.Equal("$.brands[1]", refused.Errors[0].Path);
    }

    public void Dispose()
    {
        _backend.Dispose();
        _folder.Dispose();
    }

    private async Task RunAsync(string content)
    {
        var path = _folder.File($"{Guid.NewGuid():N}.json");
        await System.IO.File.WriteAllTextAsync(path, content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await Seed(path).RunAsync(default);
    }

    private BrandSeed Seed(string path) => new(
        _backend.Brands,
        new BrandQueryChecker(),
        Options.Create(new BrandsOptions { Source = BrandsSource.Store, Path = path }),
        new VirtualTimeProvider(Noon),
        NullLogger<BrandSeed>.Instance);
}
