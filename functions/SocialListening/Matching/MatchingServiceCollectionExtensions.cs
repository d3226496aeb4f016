using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SocialListening.Brands;
using SocialListening.Collecting;
using SocialListening.Platforms;

namespace SocialListening.Matching;

/// <summary>Registers matching.</summary>
public static class MatchingServiceCollectionExtensions
{
    /// <summary>Adds <see cref="MentionMatcher"/> and the matcher of topics over the brand catalog, the checker of brand queries and the renderer of platform queries, all singletons. Idempotent.</summary>
    /// <param name="services">The services; an <see cref="IBrandCatalog"/> is needed when the matcher is first used.</param>
    public static IServiceCollection AddMatching(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(static provider => new MentionMatcher(provider.GetRequiredService<IBrandCatalog>().Brands.Values));
        services.TryAddSingleton<IMentionMatcher>(static provider => provider.GetRequiredService<MentionMatcher>());
        services.TryAddSingleton<ITopicMatcher>(static provider => new TopicMatcher(provider.GetRequiredService<IBrandCatalog>().Brands.Values));
        services.TryAddSingleton<IBrandQueryChecker, BrandQueryChecker>();
        services.TryAddSingleton<IPlatformQueryRenderer, PlatformQueryRenderer>();
        return services;
    }
}
