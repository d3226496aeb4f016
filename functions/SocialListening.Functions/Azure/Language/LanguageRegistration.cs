using Azure;
using Azure.AI.TextAnalytics;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SocialListening.Contracts;
using SocialListening.Scoring.Cascade;

namespace SocialListening.Functions.Azure.Language;

/// <summary>Registers Azure AI Language.</summary>
internal static class LanguageRegistration
{
    /// <summary>Adds the language service when <c>Scoring:Mode</c> needs it; otherwise only validates its settings.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The settings; see <see cref="LanguageOptions"/>.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddAzureLanguage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<LanguageOptions, LanguageOptionsValidator>()
            .Bind(configuration.GetSection(LanguageOptions.SectionName))
            .ValidateDataAnnotations();
        services.TryAddSingleton<ILanguageService>(provider => provider.GetRequiredService<IOptions<CascadeOptions>>().Value.Mode == ScoringMode.Embedded
            ? new AbsentLanguageService()
            : Connect(provider.GetRequiredService<IOptions<LanguageOptions>>().Value, provider.GetRequiredService<ILogger<AzureLanguageService>>()));
        return services;
    }

    /// <summary>Gives the client options that the adapter needs.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="time">The clock.</param>
    public static TextAnalyticsClientOptions ClientOptions(LanguageOptions options, TimeProvider time)
    {
        var client = new TextAnalyticsClientOptions
        {
            RetryPolicy = new CertainRetryPolicy(options.MaxRetries, options.RetryDelay, options.MaxInlineWait, time),
        };
        client.Retry.NetworkTimeout = options.AttemptTimeout;
        client.Diagnostics.IsLoggingContentEnabled = false;
        return client;
    }

    private static AzureLanguageService Connect(LanguageOptions options, ILogger<AzureLanguageService> logger)
    {
        var endpoint = new Uri(options.Endpoint!);
        var clientOptions = ClientOptions(options, TimeProvider.System);
        var client = options.Key is { } key
            ? new TextAnalyticsClient(endpoint, new AzureKeyCredential(key), clientOptions)
            : new TextAnalyticsClient(endpoint, Credential(options.ClientId), clientOptions);
        return new AzureLanguageService(client, options, TimeProvider.System, logger);
    }

    private static DefaultAzureCredential Credential(string? clientId) =>
        new(new DefaultAzureCredentialOptions { ManagedIdentityClientId = string.IsNullOrEmpty(clientId) ? null : clientId });
}
