using SocialListening.Functions.Tests.EndToEnd;
using SocialListening.Functions.Tests.Queues;
using SocialListening.Queues;
using Xunit.Abstractions;

namespace SocialListening.Functions.Tests.Cosmos;

/// <summary>The storm with storage queues: what was under way at a kill comes again when its lease ends.</summary>
[Collection(ProcessCollection.Name)]
[RequiresSetting(EmulatorQueues.Variable, EmulatorQueues.Service)]
[Trait("Category", "Emulator")]
public sealed class AzureKillTests(ITestOutputHelper log) : KillStormSuite(log)
{
    private readonly EmulatorQueues _queues = new();

    // The usual lease of ten minutes would make each kill as long. One that ends too soon costs a delivery, no mention.
    protected override IEnumerable<string> QueueSettings => [.. EmulatorQueues.Settings, "Host:QueueLease=00:00:15"];

    public override Task InitializeAsync() => _queues.DeleteAsync();

    public override async Task DisposeAsync()
    {
        await _queues.DeleteAsync();
        await base.DisposeAsync();
    }

    protected override Task UseQueuesAsync(Func<IQueueTransport, Task> use) => use(_queues.Transport);
}
