using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SocialListening.Storage;

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
        if (configuration.GetValue($"{StorageOptions.SectionName}:{nameof(StorageOptions.Backend)}", StorageBackend.Embedded) == StorageBackend.Cosmos)
        {
            services.TryAddSingleton(Open);
            services.TryAddSingleton<CosmosSlots>();
            services.TryAddSingleton<IMentionStore, CosmosMentionStore>();
            services.TryAddSingleton<IMentionCorrection, CosmosMentionRevisions>();
            services.TryAddSingleton<IMentionRescoring, CosmosMentionRevisions>();
            services.TryAddSingleton<IMentionReader, CosmosMentionReader>();
            services.TryAddSingleton<IRollupReader, CosmosRollupReader>();
            services.TryAddSingleton<ITermReader, CosmosTermReader>();
            services.TryAddSingleton<ICoverageStore, CosmosCoverageStore>();
            services.TryAddSingleton<ISourceStateStore, CosmosSourceStateStore>();
            services.TryAddSingleton<IAlertStore, CosmosAlertStore>();
            services.TryAddSingleton<ITimerStatusStore, CosmosTimerStatusStore>();
            services.TryAddSingleton<IReplayPositionStore, CosmosReplayPositionStore>();
            services.TryAddSingleton<IScoringBudgetStore, CosmosScoringBudgetStore>();
            services.TryAddSingleton<IScoringLedger, CosmosScoringLedger>();
            services.TryAddSingleton<IRetention, CosmosRetention>();
            services.TryAddSingleton<IErasureLedger, CosmosErasureLedger>();
            services.TryAddSingleton<IMentionErasure, CosmosMentionErasure>();
            services.TryAddSingleton<IAlertEvidence, CosmosAlertEvidence>();
            services.TryAddSingleton<IBrandStore, CosmosBrandStore>();
        }

        return services;
    }

    private static CosmosDatabase Open(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<CosmosOptions>>().Value;
        return new CosmosDatabase(CosmosConnection.Connect(options), options.Database, options.CreateContainers);
    }
}
