using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SocialListening.Queues;
using SocialListening.Storage;

namespace SocialListening.Functions.Embedded;

/// <summary>Registers the embedded storage.</summary>
internal static class EmbeddedStorageRegistration
{
    /// <summary>
    /// Adds every storage port and the queues on one SQLite file, unless an adapter of the port was added before. The file is
    /// opened when the first of them is asked for.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The settings; section <c>Storage</c> is read.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddEmbeddedStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<EmbeddedStorageOptions, EmbeddedStorageOptionsValidator>()
            .Bind(configuration.GetSection(EmbeddedStorageOptions.SectionName));
        services.TryAddSingleton(Open);
        services.TryAddSingleton<IMentionStore, SqliteMentionStore>();
        services.TryAddSingleton<SqliteMentionRevisions>();
        services.TryAddSingleton<IMentionCorrection>(provider => provider.GetRequiredService<SqliteMentionRevisions>());
        services.TryAddSingleton<IMentionRescoring>(provider => provider.GetRequiredService<SqliteMentionRevisions>());
        services.TryAddSingleton<IMentionReader, SqliteMentionReader>();
        services.TryAddSingleton<IRollupReader, SqliteRollupReader>();
        services.TryAddSingleton<ITermReader, SqliteTermReader>();
        services.TryAddSingleton<ICoverageStore, SqliteCoverageStore>();
        services.TryAddSingleton<ISourceStateStore, SqliteSourceStateStore>();
        services.TryAddSingleton<IAlertStore, SqliteAlertStore>();
        services.TryAddSingleton<IScoringBudgetStore, SqliteScoringBudgetStore>();
        services.TryAddSingleton<IScoringLedger, SqliteScoringLedger>();
        services.TryAddSingleton<IErasureLedger, SqliteErasureLedger>();
        services.TryAddSingleton<IMentionErasure, SqliteMentionErasure>();
        services.TryAddSingleton<IAlertEvidence, SqliteAlertEvidence>();
        services.TryAddSingleton<IBrandStore, SqliteBrandStore>();
        services.TryAddSingleton<IRetention, SqliteRetention>();
        services.TryAddSingleton<ITimerStatusStore, SqliteTimerStatusStore>();
        services.TryAddSingleton<IReplayPositionStore, SqliteReplayPositionStore>();
        services.TryAddSingleton<IQueueTransport>(provider => new SqliteQueueTransport(provider.GetRequiredService<SqliteDatabase>(), TimeProvider.System));
        return services;
    }

    private static SqliteDatabase Open(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<EmbeddedStorageOptions>>().Value;
        return SqliteDatabase.Open(Path.GetFullPath(options.Path), options.Fresh);
    }
}
