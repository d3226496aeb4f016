using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SocialListening.Platforms.Replay;

/// <summary>Registers the replay.</summary>
public static class ReplayServiceCollectionExtensions
{
    /// <summary>
    /// Adds the connector of platform <c>replay</c> and its <see cref="ReplayTimeline"/>, both singletons; the timeline is built on first
    /// use. Needs a <see cref="TimeProvider"/>. Idempotent.
    /// </summary>
    /// <param name="services">The services.</param>
    public static IServiceCollection AddReplay(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<ReplayTimeline>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPlatformConnector, ReplayConnector>());
        return services;
    }
}
