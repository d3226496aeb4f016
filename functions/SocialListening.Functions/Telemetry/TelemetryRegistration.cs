using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SocialListening.Storage;

namespace SocialListening.Functions.Telemetry;

/// <summary>Registers the sending of traces, metrics and logs.</summary>
internal static class TelemetryRegistration
{
    /// <summary>
    /// Validates the settings and, when they name a destination, sends telemetry there. Comes after the storage, which it
    /// measures. Without a destination nothing is measured and nothing stored differs.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The settings; sections <c>Telemetry</c> and <c>Prices</c>.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<TelemetryOptions, TelemetryOptionsValidator>()
            .Bind(configuration.GetSection(TelemetryOptions.SectionName))
            .Configure(options =>
            {
                options.ConnectionString = configuration[TelemetryOptions.ConnectionStringName];
                options.Authentication = configuration[TelemetryOptions.AuthenticationName];
            })
            .ValidateDataAnnotations();
        services.AddOptions<PricesOptions>().Bind(configuration.GetSection(PricesOptions.SectionName)).ValidateDataAnnotations().ValidateOnStart();
        if (string.IsNullOrEmpty(configuration[TelemetryOptions.ConnectionStringName])
            && string.IsNullOrEmpty(configuration[$"{TelemetryOptions.SectionName}:{nameof(TelemetryOptions.OtlpEndpoint)}"]))
        {
            return services;
        }

        services.AddHostedService<TelemetryExport>();
        services.AddHostedService<StateGauges>();
        Measure(services);
        services.AddLogging(logging => logging.AddOpenTelemetry());
        services.AddOptions<OpenTelemetry.Logs.OpenTelemetryLoggerOptions>().Configure<IOptions<TelemetryOptions>>((logs, options) =>
        {
            logs.IncludeFormattedMessage = true;
            logs.SetResourceBuilder(TelemetryExport.Resource(options.Value));
            logs.AddDestinations(options.Value);
        });
        return services;
    }

    private static void Measure(IServiceCollection services)
    {
        var store = services.Last(service => service.ServiceType == typeof(IMentionStore));
        services.Replace(ServiceDescriptor.Singleton<IMentionStore>(provider => new MeasuredMentionStore(
            (IMentionStore)(store.ImplementationInstance
                ?? store.ImplementationFactory?.Invoke(provider)
                ?? ActivatorUtilities.CreateInstance(provider, store.ImplementationType!)),
            provider.GetRequiredService<TimeProvider>())));
    }
}
