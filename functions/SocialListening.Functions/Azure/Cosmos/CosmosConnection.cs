using System.Text.Json;
using Azure.Identity;
using Microsoft.Azure.Cosmos;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>Makes the one client of the process.</summary>
internal static class CosmosConnection
{
    /// <summary>Connects with the account's key, or the app's identity when there is none.</summary>
    /// <param name="options">The settings, validated.</param>
    public static CosmosClient Connect(CosmosOptions options) => string.IsNullOrEmpty(options.Key)
        ? new CosmosClient(options.Endpoint, Credential(options.ClientId), ClientOptions(options))
        : new CosmosClient(options.Endpoint, options.Key, ClientOptions(options));

    /// <summary>
    /// Gives the client's settings: writes bring no document back, since none is read; throttled calls wait as the service asks,
    /// up to 30 s in all. What the SDK gives up is then tried again, see <see cref="CosmosRetry"/>.
    /// </summary>
    /// <param name="options">The settings.</param>
    public static CosmosClientOptions ClientOptions(CosmosOptions options)
    {
        var client = new CosmosClientOptions
        {
            ApplicationName = "SocialListening",
            ConnectionMode = options.ConnectionMode == CosmosConnectionMode.Gateway ? ConnectionMode.Gateway : ConnectionMode.Direct,
            EnableContentResponseOnWrite = false,
            MaxRetryAttemptsOnRateLimitedRequests = 9,
            MaxRetryWaitTimeOnRateLimitedRequests = TimeSpan.FromSeconds(30),
            UseSystemTextJsonSerializerWithOptions = new JsonSerializerOptions(JsonSerializerDefaults.Web),
        };
        var regions = options.PreferredRegions?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (regions.Length > 0)
        {
            client.ApplicationPreferredRegions = regions;
        }
        else if (new Uri(options.Endpoint!).IsLoopback)
        {
            // An emulator tells addresses of its own, which may lead nowhere from here.
            client.LimitToEndpoint = true;
        }

        return client;
    }

    private static DefaultAzureCredential Credential(string? clientId) =>
        new(new DefaultAzureCredentialOptions { ManagedIdentityClientId = string.IsNullOrEmpty(clientId) ? null : clientId });
}
