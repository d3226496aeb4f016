using System.Globalization;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SocialListening.Brands;
using SocialListening.Contracts;
using SocialListening.Functions;
using SocialListening.Functions.Embedded;
using SocialListening.Platforms;
using SocialListening.Queues;
using SocialListening.Storage;
using SocialListening.Timing;

namespace SocialListening.Benchmarks.Pipeline;

/// <summary>The product's own composition on a new file, with a generated platform, counted ports and a clock that the measurement moves.</summary>
internal static class PipelineHost
{
    public static IHost Build(PostStream stream, bool oneByOne, string path, VirtualTimeProvider clock, OperationCounts counts)
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.Configuration.AddInMemoryCollection(
        [
            new("Storage:Path", path),
            new("Collecting:MaxBufferedMentions", oneByOne ? "1" : "1000"),
            new("Logging:LogLevel:Default", "Warning"),
        ]);
        builder.Services.AddSocialListening(builder.Configuration);

        // What moves the replay's clock is left out: the measurement moves it.
        foreach (var driver in builder.Services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationFactory is not null).ToArray())
        {
            builder.Services.Remove(driver);
        }

        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<IBrandCatalog>(new BrandCatalog(stream.Brands.Select((brand, i) => Over(brand, i, oneByOne))));
        builder.Services.AddSingleton<IPlatformConnector>(new StreamConnector(stream, oneByOne ? 1 : 100, clock));
        builder.Services.AddSingleton<IQueueTransport>(provider => new CountingQueueTransport(new SqliteQueueTransport(Database(provider), TimeProvider.System), counts));
        builder.Services.AddSingleton<IMentionStore>(provider => new CountingMentionStore(new SqliteMentionStore(Database(provider)), counts));
        builder.Services.AddSingleton<ICoverageStore>(provider => new CountingCoverageStore(new SqliteCoverageStore(Database(provider)), counts));
        builder.Services.AddSingleton<ISourceStateStore>(provider => new CountingSourceStateStore(new SqliteSourceStateStore(Database(provider)), counts));
        return builder.Build();
    }

    private static SqliteDatabase Database(IServiceProvider provider) => provider.GetRequiredService<SqliteDatabase>();

    private static Brand Over(Brand brand, int index, bool oneByOne) => brand with
    {
        Sources = [.. Enumerable.Range(index * PostStream.SourcesPerBrand, PostStream.SourcesPerBrand).Select(number => new SourceQuery
        {
            Id = $"{brand.Id}/stream-{number}",
            BrandId = brand.Id,
            Platform = StreamConnector.PlatformName,
            Terms = number.ToString(CultureInfo.InvariantCulture),
            Cadence = PostStream.Step,
            InitialLookback = PostStream.Step,
            MaxPagesPerPoll = oneByOne ? int.MaxValue : 100,
        })],
    };
}
