using Azure.Storage.Queues;
using SocialListening.Functions.Azure;

namespace SocialListening.Functions.Tests.Queues;

[RequiresSetting(EmulatorQueues.Variable, EmulatorQueues.Service)]
[Trait("Category", "Emulator")]
public sealed class AzuriteQueueTransportTests : QueueTransportSuite
{
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
        _service = new QueueServiceClient(Environment.GetEnvironmentVariable(EmulatorQueues.Variable), AzureStorageQueueTransport.ClientOptions());
        Transport = new AzureStorageQueueTransport(_service, TimeProvider.System);
        return Task.CompletedTask;
    }

    protected override Task PassAsync(TimeSpan time) => Task.Delay(time, TimeProvider.System);
}
