using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>Registers the storage in Azure Cosmos DB.</summary>
internal static class CosmosRegistration
{
    /// <summary>
    /// Validates the settings and, when <c>Storage:Backend</c> is <c>cosmos</c>, adds every storage port on Cosmos DB. Comes
    /// before the embedded storage, which fills in only what is missing.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The settings; sections <c>Storage</c> and <c>Cosmos</c> are read.</param>
    /// <returns>The services.</returns>
    /// <exception cref="InvalidOperationException"><c>Storage:Backend</c> is no known backend.</exception>
    public static IServiceCollection AddCosmosStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<StorageOptions, StorageOptionsValidator>().Bind(configuration.GetSection(StorageOptions.SectionName));
        services.AddOptionsWithValidateOnStart<CosmosOptions, CosmosOptionsValidator>()
            .Bind(configuration.GetSection(CosmosOptions.SectionName))
            .ValidateDataAnnotations();
        return services;
    }
}
