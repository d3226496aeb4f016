using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SocialListening.Brands;
using SocialListening.Contracts;
using SocialListening.Functions.Embedded;
using SocialListening.Functions.Tests.Compat;
using SocialListening.Functions.Tests.Storage;
using SocialListening.Insights;
using SocialListening.Matching;
using SocialListening.Storage;
using SocialListening.Timing;
using static SocialListening.Functions.Tests.Storage.Make;

namespace SocialListening.Functions.Tests.Brands;

public sealed class StoredBrandCatalogTests : IDisposable
{
    private readonly SqliteBackend _backend = new();
    private readonly VirtualTimeProvider _clock = new(Noon);
    private readonly WatchedStore _store;
    private readonly StoredBrandCatalog _catalog;

    public StoredBrandCatalogTests()
    {
        _store = new WatchedStore(_backend.Brands);
        _catalog = Catalog(_store);
    }

    [Fact]
    public async Task Look_NothingChanged_ReadsTheVersionAndKeepsTheSnapshot()
    {
        await PutAsync("cafe");
        var before = await _catalog.LookAsync(default);

        var after = await _catalog.LookAsync(default);

        Assert.Same(before, after);
        Assert.Equal((1, 1), (_store.Lists, _store.Versions));
        Assert.Equal(["cafe"], before.Brands.Keys);
        Assert.Equal(["cafe/feed"], before.Sources.Keys);
    }

    [Fact]
    public async Task Look_OneBrandChanged_KeepsTheOthersAsTheyAre()
    {
        await PutAsync("cafe");
        await PutAsync("gare");
        await PutAsync("gone");
        var before = await _catalog.LookAsync(default);
        await PutAsync("cafe", "thé");
        await _store.DeleteAsync("gone", null, default);

        var after = await _catalog.LookAsync(default);

        Assert.Same(after, _catalog.Current);
        Assert.Equal("thé", after.Brands["cafe"].Query);
        Assert.Same(before.Brands["gare"], after.Brands["gare"]);
        Assert.Equal(["cafe", "gare"], after.Brands.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(3, before.Brands.Count);
        Assert.True(after.Version > before.Version);
    }

    [Fact]
    public async Task ReadSince_BrandOfAnotherInstance_IsFoundWithOneLookForAllWhoAsk()
    {
        await _catalog.LookAsync(default);
        _clock.AdvanceTo(Noon.AddMinutes(1));
        await PutAsync("new");

        var found = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await _catalog.ReadSinceAsync(_clock.GetUtcNow(), default))));

        Assert.All(found, snapshot => Assert.True(snapshot.Brands.ContainsKey("new")));
        Assert.Equal(1, _store.Versions);
    }

    [Fact]
    public async Task ReadSince_NamedLongBeforeTheLastLook_DoesNotLookAgain()
    {
        await _catalog.LookAsync(default);

        await _catalog.ReadSinceAsync(Noon.AddMinutes(-1), default);

        Assert.Equal((1, 0), (_store.Lists, _store.Versions));
    }

    [Fact]
    public async Task ReadSince_RightAfterALook_WaitsAndLooksOnceMore()
    {
        await _catalog.LookAsync(default);
        _clock.AdvanceTo(Noon.AddSeconds(1));
        await PutAsync("new");

        var reading = _catalog.ReadSinceAsync(_clock.GetUtcNow(), default).AsTask();
        await _clock.WaitForArmedAsync(1, default);
        Assert.Equal(0, _store.Versions);
        _clock.AdvanceTo(Noon + StoredBrandCatalog.LookSpacing);

        Assert.True((await reading).Brands.ContainsKey("new"));
        Assert.Equal(1, _store.Versions);
    }

    [Fact]
    public async Task ReadSince_WhileItWaits_HoldsUpNoOtherLook()
    {
        await _catalog.LookAsync(default);
        _clock.AdvanceTo(Noon.AddSeconds(1));
        var reading = Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _catalog.ReadSinceAsync(_clock.GetUtcNow(), default).AsTask()));
        await _clock.WaitForArmedAsync(3, default);
        await PutAsync("new");

        await _catalog.LookAsync(default);
        _clock.AdvanceTo(Noon + StoredBrandCatalog.LookSpacing);

        Assert.All(await reading, brands => Assert.True(brands.Brands.ContainsKey("new")));
        Assert.Equal(1, _store.Versions);
    }

    [Fact]
    public async Task Look_StoreDown_KeepsTheLastSnapshotAndGoesOnWhenItIsBack()
    {
        await PutAsync("cafe");
        var before = await _catalog.LookAsync(default);
        _store.Down = true;
        _clock.AdvanceTo(Noon.AddMinutes(1));

        await Assert.ThrowsAsync<IOException>(() => _catalog.LookAsync(default));
        await Assert.ThrowsAsync<IOException>(async () => await Advancing(_catalog.ReadSinceAsync(_clock.GetUtcNow(), default).AsTask()));

        Assert.Same(before, _catalog.Current);
        _store.Down = false;
        await PutAsync("gare");
        Assert.Equal(2, (await _catalog.LookAsync(default)).Brands.Count);
    }

    [Fact]
    public async Task Look_DefinitionOfANewerVersion_LeavesThatBrandOutAndTellsInHealth()
    {
        await PutAsync("cafe");
        await _store.PutAsync(new BrandDefinition("new", """{"id":"new","name":"New","query":"new","mood":"blue"}""", Noon), null, default);
        await _store.PutAsync(new BrandDefinition("odd", """{"id":"else","name":"Odd","query":"odd"}""", Noon), null, default);
        await _store.PutAsync(new BrandDefinition("torn", "{", Noon), null, default);

        var brands = await _catalog.LookAsync(default);

        Assert.Equal(["cafe"], brands.Brands.Keys);
        Assert.Equal(["new", "odd", "torn"], brands.LeftOut.Select(left => left.BrandId).Order(StringComparer.Ordinal));
        var health = await HealthAsync();
        Assert.Equal(("degraded", 1, brands.Version), (health.Status, health.Brands.Count, health.Brands.Version));
        Assert.Contains("PUT /api/brands/{brandId}/definition", health.Brands.Advice, StringComparison.Ordinal);
        Assert.Contains("mood", health.Brands.LeftOut[0].Error, StringComparison.Ordinal);
        Assert.Contains("'else'", health.Brands.LeftOut[1].Error, StringComparison.Ordinal);

        foreach (var id in (string[])["new", "odd", "torn"])
        {
            await PutAsync(id);
        }

        Assert.Empty((await _catalog.LookAsync(default)).LeftOut);
        Assert.Equal("ok", (await HealthAsync()).Status);
        Assert.Null((await HealthAsync()).Brands.Advice);
    }

    [Fact]
    public async Task Health_WithoutAnyBrand_TellsHowToAddOne()
    {
        await _catalog.LookAsync(default);

        var health = await HealthAsync();

        Assert.Equal(("ok", 0), (health.Status, health.Brands.Count));
        Assert.StartsWith("No brand is defined", health.Brands.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_ChangeOfAnotherInstance_IsSeenWithinTheInterval()
    {
        using var watch = Watch(TimeSpan.FromMinutes(1));
        await watch.StartingAsync(default);
        await watch.StartAsync(default);
        await _clock.WaitForArmedAsync(1, default);
        Assert.Empty(_catalog.Current.Brands);
        await PutAsync("cafe");

        _clock.AdvanceTo(Noon.AddSeconds(59));
        Assert.Empty(_catalog.Current.Brands);
        _store.Down = true;
        _clock.AdvanceTo(Noon.AddMinutes(1));
        await Eventually.TrueAsync(() => _store.Versions == 1, "the look at a store that is down");
        _store.Down = false;
        _clock.AdvanceTo(Noon.AddMinutes(2));

        await Eventually.TrueAsync(() => _catalog.Current.Brands.ContainsKey("cafe"), "the look at the next interval");
        await watch.StopAsync(default);
    }

    [Fact]
    public async Task Start_StoreThatCannotBeRead_DoesNotStart()
    {
        _store.Down = true;
        using var watch = Watch(TimeSpan.FromMinutes(1));

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => watch.StartingAsync(default));

        Assert.Contains("Brands:Source", refused.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => _catalog.Current);
    }

    [Fact]
    public async Task Start_WithAFile_LooksAtNoStore()
    {
        using var watch = new BrandWatch(_catalog, Seed(""), Options.Create(new BrandsOptions()), _clock, NullLogger<BrandWatch>.Instance);

        await watch.StartingAsync(default);
        await watch.StartAsync(default);

        Assert.Equal((0, 0), (_store.Lists, _store.Versions));
    }

    public void Dispose()
    {
        _catalog.Dispose();
        _backend.Dispose();
    }

    // Waits that have begun are let pass.
    private async Task<T> Advancing<T>(Task<T> work)
    {
        while (!work.IsCompleted)
        {
            if (_clock.NextDue is { } due)
            {
                _clock.AdvanceTo(due);
            }

            await Task.Yield();
        }

        return await work;
    }

    private StoredBrandCatalog Catalog(IBrandStore store) => new(store, new BrandQueryChecker(), _clock, NullLogger<StoredBrandCatalog>.Instance);

    private BrandWatch Watch(TimeSpan interval)
    {
        var options = Options.Create(new BrandsOptions { Source = BrandsSource.Store, ReloadInterval = interval });
        return new BrandWatch(_catalog, Seed(""), options, _clock, NullLogger<BrandWatch>.Instance);
    }

    private BrandSeed Seed(string path) =>
        new(_store, new BrandQueryChecker(), Options.Create(new BrandsOptions { Source = BrandsSource.Store, Path = path }), _clock, NullLogger<BrandSeed>.Instance);

    private Task<Health> HealthAsync() =>
        new HealthReport(_catalog, _backend.Sources, new SqliteQueueTransport(_backend.Database, TimeProvider.System), _clock).MakeAsync(default);

    private Task<BrandWrite> PutAsync(string id, string? query = null) => _backend.Brands.PutAsync(Definitions.Of(id, query), null, default);
}
