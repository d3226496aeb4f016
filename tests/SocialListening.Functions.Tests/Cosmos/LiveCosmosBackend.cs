using System.Text.Json;
using Microsoft.Azure.Cosmos;
using SocialListening.Functions.Azure.Cosmos;

namespace SocialListening.Functions.Tests.Cosmos;

/// <summary>
/// The storage in the account that <see cref="Endpoint"/> names, in the database <c>sociallistening-tests</c>, which each test
/// empties first. With a key the containers are made when missing; the app's identity may not, so deploy them for it.
/// </summary>
internal sealed class LiveCosmosBackend : CosmosBackend
{
    /// <summary>The environment variable with the account's address.</summary>
    public const string Endpoint = "SOCIALLISTENING_COSMOS_ENDPOINT";

    /// <summary>The environment variable with its key; without one the identity of whoever runs the tests signs in.</summary>
    public const string Key = "SOCIALLISTENING_COSMOS_KEY";

    private LiveCosmosBackend(CosmosOptions options)
        : base(() => CosmosConnection.Connect(options), options)
    {
    }

    public static LiveCosmosBackend Open()
    {
        var endpoint = new Uri(Environment.GetEnvironmentVariable(Endpoint)!);
        var backend = new LiveCosmosBackend(new CosmosOptions
        {
            Endpoint = endpoint.ToString(),
            Key = Environment.GetEnvironmentVariable(Key),
            Database = "sociallistening-tests",
            CreateContainers = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Key)),
            ConnectionMode = endpoint.IsLoopback ? CosmosConnectionMode.Gateway : CosmosConnectionMode.Direct,
        });
        backend.EmptyAsync().GetAwaiter().GetResult();
        return backend;
    }

    private async Task EmptyAsync()
    {
        foreach (var definition in CosmosContainers.All)
        {
            var container = await Database.OpenAsync(definition);
            using var feed = container.GetItemQueryStreamIterator("SELECT * FROM c");
            while (feed.HasMoreResults)
            {
                using var page = await feed.ReadNextAsync();
                page.EnsureSuccessStatusCode();
                using var documents = await JsonDocument.ParseAsync(page.Content);
                foreach (var document in documents.RootElement.GetProperty("Documents").EnumerateArray())
                {
                    using var gone = await container.DeleteItemStreamAsync(document.GetProperty("id").GetString(), KeyOf(definition, document));
                }
            }
        }
    }

    private static PartitionKey KeyOf(CosmosContainer definition, JsonElement document) => definition.PartitionKeyPaths
        .Aggregate(new PartitionKeyBuilder(), (key, path) => key.Add(document.GetProperty(path[1..]).GetString()))
        .Build();
}
