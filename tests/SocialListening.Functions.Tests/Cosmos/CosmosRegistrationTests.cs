using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SocialListening.Functions.Azure.Cosmos;
using SocialListening.Functions.Embedded;
using SocialListening.Storage;

namespace SocialListening.Functions.Tests.Cosmos;

public sealed class CosmosRegistrationTests
{
    [Fact]
    public void AddCosmosStorage_BackendCosmos_ServesEveryStoragePort()
    {
        using var provider = Build("Storage:Backend=cosmos", "Cosmos:Endpoint=https://account.documents.azure.com", "Cosmos:Key=c29tZSBrZXk=");

        Assert.All(Ports, port => Assert.StartsWith("Cosmos", provider.GetRequiredService(port).GetType().Name, StringComparison.Ordinal));
        Assert.Single(provider.GetServices<CosmosDatabase>());
    }

    [Fact]
    public void AddCosmosStorage_ByDefault_LeavesEveryPortToTheEmbeddedFile()
    {
        using var provider = Build();

        Assert.Empty(provider.GetServices<CosmosDatabase>());
    }

    [Fact]
    public void Connect_WithoutAKey_SignsInWithTheAppsIdentity()
    {
        using var client = CosmosConnection.Connect(new CosmosOptions { Endpoint = "https://account.documents.azure.com", ClientId = "8f1c" });

        Assert.Equal(Microsoft.Azure.Cosmos.ConnectionMode.Direct, client.ClientOptions.ConnectionMode);
        Assert.False(client.ClientOptions.EnableContentResponseOnWrite);
    }

    [Fact]
    public void ClientOptions_Regions_AreTriedInTheirOrder() => Assert.Equal(
        ["France Central", "West Europe"],
        CosmosConnection.ClientOptions(new CosmosOptions { Endpoint = "https://account.documents.azure.com", PreferredRegions = " France Central,West Europe, " }).ApplicationPreferredRegions);

    [Fact]
    public void ClientOptions_EmulatorOnThisMachine_StaysAtItsAddress() =>
        Assert.True(CosmosConnection.ClientOptions(new CosmosOptions { Endpoint = "http://localhost:8081", ConnectionMode = CosmosConnectionMode.Gateway }).LimitToEndpoint);

    private static IEnumerable<Type> Ports => typeof(IMentionStore).Assembly.GetTypes()
        .Where(type => type is { IsInterface: true, Namespace: "SocialListening.Storage" });

    private static ServiceProvider Build(params string[] settings)
    {
        var configuration = new ConfigurationBuilder().AddCommandLine(settings).Build();
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(TimeProvider.System)
            .AddCosmosStorage(configuration)
            .AddEmbeddedStorage(configuration)
            .BuildServiceProvider();
    }
}
