using System.Globalization;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SocialListening.Brands;
using SocialListening.Collecting;
using SocialListening.CosmosDouble;
using SocialListening.Functions;
using SocialListening.Functions.Azure.Cosmos;
using SocialListening.Platforms;

namespace SocialListening.Benchmarks.Cost;

/// <summary>The product's own composition with both Azure backends: the real queue SDK, and the real Cosmos SDK on a doubled account.</summary>
internal static class CostServices
{
    public static ServiceProvider Build(CostStream stream, CosmosAccountDouble account, string queueConnection, TimeProvider clock)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Queues:Backend", "storage"),
            new("QueueStorage", queueConnection),
            new("Storage:Backend", "cosmos"),
            new("Cosmos:Endpoint", account.Endpoint.ToString()),
            new("Cosmos:Key", CosmosAccountDouble.Key),
            new("Cosmos:ConnectionMode", "gateway"),
            new("Privacy:PseudonymKey", "VGhpcyBpcyBhIHRlc3Qga2V5LCBub3QgYSBzZWNyZXQu"),
        ]).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton(_ => new CosmosDatabase(Connect(account), "sociallistening", create: true));
        services.AddSocialListening(configuration);
        services.AddSingleton(clock);
        services.AddSingleton<IBrandCatalog>(new BrandCatalog(stream.Brands));
        services.AddSingleton<IBrandMatching>(new OwnBrandMatching(stream.Brands));
        services.AddSingleton<IPlatformConnector>(stream);
        return services.BuildServiceProvider();
    }

    /// <summary>A client of the doubled account with the product's settings.</summary>
    public static CosmosClient Connect(CosmosAccountDouble account)
    {
        QueryPlanner.UseLocal();
        var options = CosmosConnection.ClientOptions(new CosmosOptions { Endpoint = account.Endpoint.ToString(), ConnectionMode = CosmosConnectionMode.Gateway });
        options.LimitToEndpoint = true;
        options.HttpClientFactory = () => new HttpClient(account.CreateHandler(), disposeHandler: false);
        return new CosmosClient(account.Endpoint.ToString(), CosmosAccountDouble.Key, options);
    }

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
