using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SocialListening.Queues;
using SocialListening.Storage;

namespace SocialListening.Scoring.Cascade;

/// <summary>Registers the cascade.</summary>
public static class CascadeServiceCollectionExtensions
{
    /// <summary>
    /// Adds what picks hard texts, keeps the budget and re-scores. Needs <see cref="CascadeOptions"/>, an
    /// <see cref="ILanguageService"/>, <see cref="IBrandNames"/>, the storage ports, the queues and a <see cref="TimeProvider"/>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddCascade(this IServiceCollection services)
    {
        services.AddSingleton<ScoringBudget>();
        services.AddSingleton<OpenAlerts>();
        services.AddSingleton<HardCases>();
        services.AddSingleton<PaidAnswers>();
        services.AddSingleton<BrandOpinions>();
        services.AddSingleton<BrandPhrases>();
        services.AddSingleton<Rescoring>();
        services.AddSingleton(provider => new HardCaseProcessor(
            provider.GetRequiredService<IErasureFilter>(),
            provider.GetRequiredService<Rescoring>(),
            provider.GetRequiredService<IQueueTransport>(),
            provider.GetRequiredService<PoisonQueue>(),
            provider.GetRequiredService<ILogger<HardCaseProcessor>>()));
        services.AddSingleton(provider => new WaitingMentions(
            provider.GetRequiredService<Rescoring>(),
            provider.GetRequiredService<IMentionRescoring>(),
            provider.GetRequiredService<IScoringLedger>(),
            provider.GetRequiredService<IOptions<CascadeOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<WaitingMentions>>()));
        return services;
    }
}
