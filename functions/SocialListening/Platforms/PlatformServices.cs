using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SocialListening.Networking;
using SocialListening.Platforms.Bluesky;
using SocialListening.Platforms.HackerNews;
using SocialListening.Platforms.Http;
using SocialListening.Platforms.Mastodon;
using SocialListening.Platforms.Rss;

namespace SocialListening.Platforms;

/// <summary>Registers the connectors.</summary>
internal static class PlatformServices
{
    /// <summary>
    /// Registers a connector for each live platform as <see cref="IPlatformConnector"/>, with outgoing HTTP and options that are checked
    /// at start. Needs an <see cref="IPlatformQueryRenderer"/> and a <see cref="TimeProvider"/> from elsewhere. Calling it twice changes nothing.
    /// </summary>
    public static IServiceCollection AddPlatforms(this IServiceCollection services)
    {
        services.AddOutboundHttp();
        services.AddOptionsWithValidateOnStart<PlatformHttpOptions, PlatformHttpOptionsValidator>().BindConfiguration(PlatformHttpOptions.SectionName);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PlatformHttpOptions>, PlatformHttpTimesValidator>());
        services.AddOptionsWithValidateOnStart<RssOptions, RssOptionsValidator>().BindConfiguration(RssOptions.SectionName);
        services.TryAddSingleton<PlatformPipelines>();
        services.TryAddSingleton<HostRateLimiter>();
        services.TryAddSingleton<PlatformHttpClient>();
        services.TryAddSingleton<BlueskyCalls>();
        services.TryAddSingleton<BlueskySessions>();
        services.TryAddEnumerable(
        [
            ServiceDescriptor.Singleton<IPlatformConnector, RssConnector>(),
            ServiceDescriptor.Singleton<IPlatformConnector, HackerNewsConnector>(),
            ServiceDescriptor.Singleton<IPlatformConnector, MastodonConnector>(),
            ServiceDescriptor.Singleton<IPlatformConnector, BlueskyConnector>(),
        ]);
        return services;
    }
}
