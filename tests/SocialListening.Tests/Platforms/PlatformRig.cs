using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SocialListening.Contracts;
using SocialListening.Networking;
using SocialListening.Platforms;
using SocialListening.Tests.Time;

namespace SocialListening.Tests.Platforms;

/// <summary>The connectors as the product composes them, on a fake clock, a scripted network and a log that can be read.</summary>
internal sealed class PlatformRig : IDisposable
{
    private readonly ServiceProvider _services;

    public PlatformRig(params ReadOnlySpan<(string Key, string Value)> settings)
    {
        Stub = new StubHttp(Clock);
        var pairs = settings.ToArray().ToDictionary(pair => pair.Key, pair => (string?)pair.Value);
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(pairs).Build());
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IPlatformQueryRenderer>(new FixedRenderer());
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        services.AddPlatforms();
        services.AddHttpClient(OutboundHttp.ClientName).ConfigurePrimaryHttpMessageHandler(() => Stub);
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    public ManualTimeProvider Clock { get; } = new();

    public StubHttp Stub { get; }

    public ListLog Log { get; } = new();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public IPlatformConnector Connector(string platform) => _services.GetServices<IPlatformConnector>().Single(connector => connector.Platform == platform);

    public FetchRequest Request(string platform, string? address = null, string? terms = null, string? mode = null, string? memo = null, string? pageToken = null, TimeSpan? lookback = null)
    {
        var source = new SourceQuery
        {
            Id = $"atlas/{platform}",
            BrandId = "atlas",
            Platform = platform,
            Address = address is null ? null : new Uri(address),
            Terms = terms,
            Mode = mode,
        };
        return new FetchRequest
        {
            Source = source,
            Brand = new Brand { Id = "atlas", Name = "Solidarité Atlas", Query = "\"Solidarité Atlas\" OR \"Boréal Café\"", Sources = [source] },
            Since = Clock.GetUtcNow() - (lookback ?? TimeSpan.FromDays(3)),
            Memo = memo,
            PageToken = pageToken,
        };
    }

    /// <summary>Fetches, letting every wait on the clock pass at once.</summary>
    public Task<FetchResult> FetchAsync(FetchRequest request) =>
        Clock.RunAsync(Connector(request.Source.Platform).FetchAsync(request, CancellationToken.None));

    public async Task<FetchPage> PageAsync(FetchRequest request) => await FetchAsync(request) switch
    {
        FetchPage page => page,
        FetchFailure failure => throw new Xunit.Sdk.XunitException($"{failure.Class}: {failure.Message}"),
        var other => throw new Xunit.Sdk.XunitException(other.ToString()),
    };

    public async Task<FetchFailure> FailureAsync(FetchRequest request) => Assert.IsType<FetchFailure>(await FetchAsync(request));

    public void Dispose() => _services.Dispose();

    private sealed class FixedRenderer : IPlatformQueryRenderer
    {
        public string Render(Brand brand, string platform) => $"rendered for {platform}";
    }
}
