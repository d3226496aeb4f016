using Azure.Storage.Queues;
using SocialListening.Contracts;
using SocialListening.Functions.Azure;
using SocialListening.Queues;

namespace SocialListening.Functions.Tests.Queues;

/// <summary>The app's own queues in the emulator, for tests that start the app as a process, one at a time.</summary>
internal sealed class EmulatorQueues
{
    /// <summary>The environment variable that holds the emulator's connection string.</summary>
    public const string Variable = "SOCIALLISTENING_AZURITE";

    /// <summary>What it points to.</summary>
    public const string Service = "the Azure Storage emulator (azurite-queue) and its connection string";

    private readonly Lazy<QueueServiceClient> _service = new(() => new QueueServiceClient(Connection, AzureStorageQueueTransport.ClientOptions()));

    /// <summary>The settings by which the app uses them.</summary>
    public static IReadOnlyList<string> Settings => ["Queues:Backend=storage", $"QueueStorage={Connection}"];

    /// <summary>The queues as the app sees them.</summary>
    public IQueueTransport Transport => new AzureStorageQueueTransport(_service.Value, TimeProvider.System);

    private static string? Connection => Environment.GetEnvironmentVariable(Variable);

    /// <summary>Deletes them, with all that is in them.</summary>
    public async Task DeleteAsync()
    {
        foreach (var queue in QueueNames.All)
        {
            await _service.Value.GetQueueClient(queue).DeleteIfExistsAsync();
            await _service.Value.GetQueueClient(queue + QueueNames.PoisonSuffix).DeleteIfExistsAsync();
        }
    }
}
