using System.Text;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SocialListening.Brands;
using SocialListening.Collecting;
using SocialListening.Contracts;
using SocialListening.Functions.Tests.Compat;
using SocialListening.Functions.Tests.Cosmos;
using SocialListening.Functions.Tests.Storage;
using SocialListening.Storage;

namespace SocialListening.Functions.Tests.Brands;

/// <summary>Two composed instances of the product with their brands in one Cosmos DB.</summary>
public sealed class TwoInstancesTests : IDisposable
{
    private const string Source = "http://127.0.0.1:9/feed";

    private readonly TemporaryFolder _folder = new();
    private readonly DoubledCosmosBackend _backend = DoubledCosmosBackend.Open();
    private readonly ManualClock _clock = new();
    private readonly IHost _one;
    private readonly IHost _two;

    public TwoInstancesTests()
    {
        File.WriteAllText(_folder.File("brands.json"), $$"""{"brands":[{{Definitions.Json("cafe")}},{{Definitions.Json("gare")}}]}""");
        _one = Build("one");
        _two = Build("two");
    }

    [Fact]
    public async Task Start_BothAtOnce_FillTheStoreOnceAndListenForTheSame()
    {
        await Task.WhenAll(Task.Run(() => StartingAsync(_one)), Task.Run(() => StartingAsync(_two)));

        Assert.Equal((1, 2), (Brands(_one).Version, Brands(_one).Brands.Count));
        Assert.Equal((1, 2), (Brands(_two).Version, Brands(_two).Brands.Count));
    }

    [Fact]
    public async Task Order_OfABrandThatTheOtherInstanceWasGiven_IsCarriedOutHere()
    {
        await StartingAsync(_one);
        await StartingAsync(_two);
        _clock.Advance(TimeSpan.FromSeconds(10));
        await PutAsync(_one, "new", 0);
        Assert.True(Brands(_one).Brands.ContainsKey("new"));
        Assert.False(Brands(_two).Brands.ContainsKey("new"));

        var now = _clock.GetUtcNow();
        var order = PollOrderCodec.Write(new PollOrder { SourceId = "new/feed", OrderedAtUtc = now, ExpiresAtUtc = now.AddMinutes(15) });
        await Get<PollOrderProcessor>(_two).ProcessAsync(order, default);

        Assert.True(Brands(_two).Brands.ContainsKey("new"));
        Assert.Equal(1, (await Get<ISourceStateStore>(_one).GetAsync("new/feed", default)).Value!.ConsecutiveFailures);
    }

    [Fact]
    public async Task Changes_OnBoth_LetOneThroughAndReachTheOtherWithinTheInterval()
    {
        await StartingAsync(_one);
        await StartingAsync(_two);
        var watch = Watch(_two);
        await watch.StartAsync(default);
        var version = (await Get<IBrandStore>(_one).GetAsync("cafe", default)).Version;

        var writes = await Task.WhenAll(Task.Run(() => PutAsync(_one, "cafe", version, "thé")), Task.Run(() => PutAsync(_two, "cafe", version, "moulu")));
        await PutAsync(_one, "gare", null, "quai");
        await Get<BrandDefinitions>(_one).DeleteAsync("gare", null, default);

        Assert.Equal([BrandWriteOutcome.Replaced, BrandWriteOutcome.Conflict], writes.Select(write => write.Write.Outcome).Order());
        await Eventually.TrueAsync(
            () =>
            {
                _clock.Advance(TimeSpan.FromMinutes(1));
                return !Brands(_two).Brands.ContainsKey("gare");
            },
            "the look of the other instance");
        Assert.Equal(Brands(_one).Version, Brands(_two).Version);
        Assert.Equal(Brands(_one).Brands["cafe"].Query, Brands(_two).Brands["cafe"].Query);
        await watch.StopAsync(default);
    }

    public void Dispose()
    {
        _one.Dispose();
        _two.Dispose();
        _backend.Dispose();
        _folder.Dispose();
    }

    private static T Get<T>(IHost host)
        where T : notnull => host.Services.GetRequiredService<T>();

    private static BrandSnapshot Brands(IHost host) => Get<IBrandCatalog>(host).Current;

    private static BrandWatch Watch(IHost host) => host.Services.GetServices<IHostedService>().OfType<BrandWatch>().Single();

    private static Task StartingAsync(IHost host) => Watch(host).StartingAsync(default);

    private static Task<BrandChange> PutAsync(IHost host, string id, long? expected, string? query = null) => Get<BrandDefinitions>(host).PutAsync(
        id, Encoding.UTF8.GetBytes(Definitions.Json(id, query).Replace($"https://{id}.example/feed", Source, StringComparison.Ordinal)), expected, null, default);

    private IHost Build(string name)
    {
        var builder = FunctionsApplication.CreateBuilder(
        [
            "Http:Port=0", $"Storage:Path={_folder.File($"{name}.db")}", "Storage:Backend=cosmos", $"Cosmos:Endpoint={_backend.Account.Endpoint}", "Cosmos:Key=a2V5",
            "Privacy:PseudonymKey=VGhpcyBpcyBhIHRlc3Qga2V5LCBub3QgYSBzZWNyZXQu", "Brands:Source=store", $"Brands:Path={_folder.File("brands.json")}",
        ]);
        builder.ConfigureFunctionsWebApplication();
        builder.Services.AddSingleton(_ => _backend.OpenAnother());
        builder.Services.AddSocialListening(builder.Configuration);
        builder.Services.AddSingleton<TimeProvider>(_clock);
        return builder.Build();
    }
}
