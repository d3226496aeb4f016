using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Azure.Cosmos;
using SocialListening.CosmosDouble;

namespace SocialListening.Functions.Tests.CosmosDouble;

/// <summary>An account, a real SDK client of it, and one container.</summary>
internal sealed class DoubledContainer : IDisposable
{
    private static readonly JsonSerializerOptions Naming = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly CosmosClient _client;

    private DoubledContainer(CosmosAccountDouble account, CosmosClient client, Container container) =>
        (Account, _client, Items) = (account, client, container);

    public CosmosAccountDouble Account { get; }

    public Container Items { get; }

    public CosmosClient Client => _client;

    public static async Task<DoubledContainer> CreateAsync(CosmosDoubleOptions? options = null, ContainerProperties? properties = null, Action<CosmosClientOptions>? configure = null)
    {
        var account = new CosmosAccountDouble(options);
        var client = account.CreateClient(given =>
        {
            given.UseSystemTextJsonSerializerWithOptions = Naming;
            configure?.Invoke(given);
        });
        Database database = await client.CreateDatabaseIfNotExistsAsync("notes");
        Container container = await database.CreateContainerIfNotExistsAsync(properties ?? new ContainerProperties("notes", "/pk"));
        return new(account, client, container);
    }

    /// <summary>Every result of a query, page by page.</summary>
    public async Task<List<T>> QueryAsync<T>(QueryDefinition query, QueryRequestOptions? options = null)
    {
        var results = new List<T>();
        using var pages = Items.GetItemQueryIterator<T>(query, requestOptions: options);
        while (pages.HasMoreResults)
        {
            results.AddRange(await pages.ReadNextAsync());
        }

        return results;
    }

    /// <summary>Every result of a query without parameters.</summary>
    public Task<List<T>> QueryAsync<T>(string query, string? pk = null) =>
        QueryAsync<T>(new QueryDefinition(query), new QueryRequestOptions { PartitionKey = pk is null ? null : new PartitionKey(pk), MaxItemCount = 3 });

    public void Dispose()
    {
        _client.Dispose();
        Account.Dispose();
    }
}
