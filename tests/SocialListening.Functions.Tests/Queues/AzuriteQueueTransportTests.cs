using Azure.Storage.Queues;
using SocialListening.Functions.Azure;

namespace SocialListening.Functions.Tests.Queues;

[RequiresSetting(Variable, "the Azure Storage emulator (azurite-queue) and its connection string")]
[Trait("Category", "Emulator")]
public sealed class AzuriteQueueTransportTests : QueueTransportSuite
{
    private const string Variable = "SOCIALLISTENING_AZURITE";

    private QueueServiceClient? _service;

    public override async Task DisposeAsync()
    {
        await foreach (var queue in _service?.GetQueuesAsync(prefix: Queue) ?? AsyncEnumerable.Empty<global::Azure.Storage.Queues.Models.QueueItem>())
        {
            await _service!.DeleteQueueAsync(queue.Name);
        }
    }

    protected override Task OpenAsync()
    {
        _service = new QueueServiceClient(Environment.GetEnvironmentVariable(Variable), AzureStorageQueueTransport.ClientOptions());
        Transport = new AzureStorageQueueTransport(_service, TimeProvider.System);
        return Task.CompletedTask;
    }

    protected override Task PassAsync(TimeSpan time) => Task.Delay(time, TimeProvider.System);
}
