using Microsoft.Azure.Cosmos;
using SocialListening.CosmosDouble;
using SocialListening.Functions.Azure.Cosmos;

namespace SocialListening.Functions.Tests.Cosmos;

/// <summary>The storage in Cosmos DB against a doubled account of its own, with the product's client settings.</summary>
internal sealed class DoubledCosmosBackend : CosmosBackend
{
    private DoubledCosmosBackend(CosmosAccountDouble account, CosmosOptions options)
        : base(() => Connect(account, options), options) =>
        Account = account;

    public CosmosAccountDouble Account { get; }

    /// <summary>Opens one; several physical partitions make the SDK fan out and merge, as it does with much data.</summary>
    public static DoubledCosmosBackend Open(int partitions = 3, int minimumShards = 1, TimeProvider? clock = null) => new(
        new CosmosAccountDouble(new CosmosDoubleOptions { PhysicalPartitions = partitions, Clock = clock ?? TimeProvider.System }),
        new CosmosOptions { MinimumShards = minimumShards, CreateContainers = true });

    public override void Dispose()
    {
        base.Dispose();
        Account.Dispose();
    }

    private static CosmosClient Connect(CosmosAccountDouble account, CosmosOptions options)
    {
        QueryPlanner.UseLocal();
        options.Endpoint = account.Endpoint.ToString();
        options.ConnectionMode = CosmosConnectionMode.Gateway;
        var client = CosmosConnection.ClientOptions(options);
        client.LimitToEndpoint = true;
        client.HttpClientFactory = () => new HttpClient(account.CreateHandler(), disposeHandler: false);
        return new CosmosClient(options.Endpoint, CosmosAccountDouble.Key, client);
    }
}
