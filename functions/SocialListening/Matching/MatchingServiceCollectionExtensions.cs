using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SocialListening.Brands;
using SocialListening.Collecting;
using SocialListening.Platforms;

namespace SocialListening.Matching;

/// <summary>Registers matching.</summary>
public static class MatchingServiceCollectionExtensions
{
    /// <summary>Adds the matchers of brands and topics, the checker of brand queries and the renderer of platform queries, all singletons. Idempotent.</summary>
    /// <param name="services">The services.</param>
    public static IServiceCollection AddMatching(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<IBrandMatching, SnapshotMatching>();
        services.TryAddSingleton<IBrandQueryChecker, BrandQueryChecker>();
        services.TryAddSingleton<IPlatformQueryRenderer, PlatformQueryRenderer>();
        return services;
    }
}
