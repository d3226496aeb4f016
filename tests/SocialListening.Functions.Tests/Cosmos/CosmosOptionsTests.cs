using Microsoft.Extensions.Options;
using SocialListening.Functions.Azure;
using SocialListening.Functions.Azure.Cosmos;

namespace SocialListening.Functions.Tests.Cosmos;

public sealed class CosmosOptionsTests
{
    private const string Account = "https://account.documents.azure.com";
    private const string Key = "c29tZSBrZXk=";

    [Theory]
    [InlineData(null, null, null, "set Cosmos:Endpoint")]
    [InlineData("account", null, null, "absolute https address")]
    [InlineData("http://account.documents.azure.com", Key, null, "absolute https address")]
    [InlineData("http://localhost:8081", null, null, "set Cosmos:Key")]
    [InlineData(Account, "no key!", null, "copy the primary key")]
    [InlineData(Account, Key, "8f1c", "not both")]
    public void Validate_CosmosThatCannotBeReached_SaysWhatToDo(string? endpoint, string? key, string? clientId, string told)
    {
        var result = Validate(StorageBackend.Cosmos, endpoint, key, clientId);

        Assert.True(result.Failed);
        Assert.Contains(told, result.FailureMessage, StringComparison.Ordinal);
        Assert.True(key is null || !result.FailureMessage.Contains(key, StringComparison.Ordinal), "The message quotes the key.");
    }

    [Theory]
    [InlineData(Account, null, null)]
    [InlineData(Account, null, "8f1c")]
    [InlineData(Account, Key, null)]
    [InlineData("http://127.0.0.1:8081", Key, null)]
    public void Validate_OneWayIn_Passes(string endpoint, string? key, string? clientId) =>
        Assert.True(Validate(StorageBackend.Cosmos, endpoint, key, clientId).Succeeded);

    [Fact]
    public void Validate_EmbeddedStorage_AsksForNothing() => Assert.True(Validate(StorageBackend.Embedded, null, null, null).Succeeded);

    [Fact]
    public void ToString_WithAKey_LeavesItOut() =>
        Assert.DoesNotContain(Key, new CosmosOptions { Endpoint = Account, Key = Key }.ToString(), StringComparison.Ordinal);

    [Fact]
    public void Containers_AsTheServiceIsTold_IndexOnlyWhatIsNamed()
    {
        Assert.Equal(CosmosContainers.All.Count, CosmosContainers.All.Select(container => container.Name).Distinct().Count());
        foreach (var container in CosmosContainers.All)
        {
            var properties = container.ToProperties();
            Assert.Equal(container.PartitionKeyPaths, container.PartitionKeyPaths.Count == 1 ? [properties.PartitionKeyPath] : properties.PartitionKeyPaths);
            Assert.Equal(container.IndexedPaths, properties.IndexingPolicy.IncludedPaths.Select(path => path.Path));
            Assert.Equal(["/*"], properties.IndexingPolicy.ExcludedPaths.Select(path => path.Path));
            Assert.Equal(
                container.CompositeIndexes,
                properties.IndexingPolicy.CompositeIndexes.Select(index => index.Select(path => $"{path.Path} {(path.Order == Microsoft.Azure.Cosmos.CompositePathSortOrder.Descending ? "desc" : "asc")}").ToArray()));
            Assert.Equal(container.DefaultTimeToLive, properties.DefaultTimeToLive);
        }
    }

    private static ValidateOptionsResult Validate(StorageBackend backend, string? endpoint, string? key, string? clientId) =>
        new CosmosOptionsValidator(Options.Create(new StorageOptions { Backend = backend }))
            .Validate(null, new CosmosOptions { Endpoint = endpoint, Key = key, ClientId = clientId });
}
