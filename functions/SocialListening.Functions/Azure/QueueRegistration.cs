using Azure.Identity;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SocialListening.Queues;

namespace SocialListening.Functions.Azure;

/// <summary>Registers the queues of Azure Storage.</summary>
internal static class QueueRegistration
{
    /// <summary>
    /// Moves the queues to Azure Storage when <c>Queues:Backend</c> is <c>storage</c>, whatever transport was added before;
    /// otherwise only validates the settings.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The settings; see <see cref="QueueOptions"/>.</param>
    /// <returns>The services.</returns>
    /// <exception cref="InvalidOperationException"><c>Queues:Backend</c> is no known backend.</exception>
    public static IServiceCollection AddAzureQueues(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<QueueOptions, QueueOptionsValidator>()
            .Bind(configuration.GetSection(QueueOptions.SectionName))
            .Configure(options =>
            {
                var connection = configuration.GetSection(QueueOptions.ConnectionName);
                options.ConnectionString = connection.Value;
                options.QueueServiceUri = connection["queueServiceUri"];
                options.ClientId = connection["clientId"];
            });
        if (configuration.GetValue($"{QueueOptions.SectionName}:{nameof(QueueOptions.Backend)}", QueueBackend.Embedded) == QueueBackend.Storage)
        {
            services.TryAddSingleton(Connect);
            services.Replace(ServiceDescriptor.Singleton<IQueueTransport>(provider =>
                new AzureStorageQueueTransport(provider.GetRequiredService<QueueServiceClient>(), TimeProvider.System)));
        }

        return services;
    }

    private static QueueServiceClient Connect(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<QueueOptions>>().Value;
        return string.IsNullOrEmpty(options.QueueServiceUri)
            ? new QueueServiceClient(options.ConnectionString, AzureStorageQueueTransport.ClientOptions())
            : new QueueServiceClient(new Uri(options.QueueServiceUri), Credential(options.ClientId), AzureStorageQueueTransport.ClientOptions());
    }

    private static DefaultAzureCredential Credential(string? clientId) =>
        new(new DefaultAzureCredentialOptions { ManagedIdentityClientId = string.IsNullOrEmpty(clientId) ? null : clientId });
}
