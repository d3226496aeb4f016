using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace SocialListening.Networking;

/// <summary>Registers outgoing HTTP.</summary>
internal static class NetworkingServices
{
    /// <summary>
    /// Registers the guarded client <see cref="OutboundHttp.ClientName"/> at <see cref="IHttpClientFactory"/>. Its address must be
    /// checked nowhere else. Calling it twice changes nothing.
    /// </summary>
    public static IServiceCollection AddOutboundHttp(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(GuardedDialer)))
        {
            return services;
        }

        services.AddOptionsWithValidateOnStart<NetworkOptions, NetworkOptionsValidator>().BindConfiguration(NetworkOptions.SectionName);
        services.TryAddSingleton<IHostResolver, DnsHostResolver>();
        services.AddSingleton<GuardedDialer>();
        services.AddTransient<GuardedRedirectHandler>();

        // The factory's own loggers would write whole addresses, and an address may hold a secret.
        services.AddHttpClient(OutboundHttp.ClientName, Configure)
            .RemoveAllLoggers()
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(CreateHandler)
            .AddHttpMessageHandler<GuardedRedirectHandler>();
        return services;
    }

    private static void Configure(IServiceProvider provider, HttpClient client)
    {
        // Time is owned by the resilience pipelines of the callers.
        client.Timeout = Timeout.InfiniteTimeSpan;
        client.DefaultRequestHeaders.UserAgent.Clear();
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", provider.GetRequiredService<IOptions<NetworkOptions>>().Value.UserAgent);
    }

    private static SocketsHttpHandler CreateHandler(IServiceProvider provider) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = provider.GetRequiredService<IOptions<NetworkOptions>>().Value.ConnectTimeout,
        MaxResponseHeadersLength = 64,
        ConnectCallback = provider.GetRequiredService<GuardedDialer>().ConnectAsync,
    };
}
