using SocialListening.Functions.Embedded;
using SocialListening.Functions.Tests.EndToEnd;
using SocialListening.Functions.Tests.Queues;
using SocialListening.Queues;
using Xunit.Abstractions;

namespace SocialListening.Functions.Tests.Cosmos;

/// <summary>The storm with the embedded queues, which give back at once what was under way at a kill.</summary>
[Collection(ProcessCollection.Name)]
[RequiresSetting(Variable, "how many mentions to send, such as 100000", Listed = false)]
[Trait("Category", "Emulator")]
public sealed class CosmosKillTests(ITestOutputHelper log) : KillStormSuite(log)
{
    protected override IEnumerable<string> QueueSettings => [];

    protected override async Task UseQueuesAsync(Func<IQueueTransport, Task> use)
    {
        using var database = SqliteDatabase.Open(StoragePath, fresh: false);
        await use(new SqliteQueueTransport(database, TimeProvider.System));
    }
}
