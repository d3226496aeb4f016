using SocialListening.Contracts;
using SocialListening.Queues;

namespace SocialListening.Functions.Tests.Queues;

/// <content>Looking at and replaying what was put aside.</content>
public abstract partial class QueueTransportSuite
{
    private string PoisonName => Queue + QueueNames.PoisonSuffix;

    [BackendFact]
    public async Task Poison_PutAsideWithReason_IsListedWithoutItsContentsAndReplayedAsItWas()
    {
        await new PoisonQueue(Transport, TimeProvider.System).RejectAsync(Queue, "secret words", "Version 9 is unknown.", default);
        var replay = new PoisonReplay(Transport);

        var list = await replay.ListAsync(Queue, 32, default);
        var result = await replay.ReplayAsync(Queue, 100, default);

        var entry = Assert.Single(list.Entries);
        Assert.Equal((1, "Version 9 is unknown.", 12), (list.Messages, entry.Reason, entry.Bytes));
        Assert.DoesNotContain("secret", list.ToString() + entry, StringComparison.Ordinal);
        Assert.Equal(new PoisonReplayResult(Queue, 1, 0), result);
        Assert.Equal(QueueText.Encode("secret words"), Assert.Single(await Receive(32)).Text);
    }

    [BackendFact]
    public async Task Poison_GivenUpByTheHost_HasNoReasonAndIsReplayedByteForByte()
    {
        string[] raw = [QueueText.Encode("""{"n":"mentions","v":1,"d":{}}"""), QueueText.Encode("no envelope"), "no base64!"];
        await Transport.SendAsync(PoisonName, raw, TimeSpan.Zero, default);
        var replay = new PoisonReplay(Transport);

        var list = await replay.ListAsync(Queue, 2, default);
        var result = await replay.ReplayAsync(Queue, 100, default);

        Assert.Equal(2, list.Entries.Count);
        Assert.Equal(3, list.Messages);
        Assert.All(list.Entries, entry => Assert.Null(entry.Reason));
        Assert.Equal(3, result.Replayed);
        Assert.Equal(raw, (await Receive(32)).Select(message => message.Text));
    }

    [BackendFact]
    public async Task Poison_MoreThanAskedFor_MovesTheOldestAndLeavesTheRest()
    {
        await Transport.SendAsync(PoisonName, [.. Enumerable.Range(0, 40).Select(i => QueueText.Encode($"{i}"))], TimeSpan.Zero, default);
        var replay = new PoisonReplay(Transport);

        var result = await replay.ReplayAsync(Queue, 35, default);

        Assert.Equal(new PoisonReplayResult(Queue, 35, 5), result);
        Assert.Equal(35, (await Transport.GetDepthAsync(Queue, default)).Messages);
        Assert.Equal(QueueText.Encode("0"), (await Receive(1))[0].Text);
    }

    [BackendFact]
    public async Task Poison_NothingPutAside_MovesNothing()
    {
        var replay = new PoisonReplay(Transport);

        Assert.Empty((await replay.ListAsync(Queue, 32, default)).Entries);
        Assert.Equal(new PoisonReplayResult(Queue, 0, 0), await replay.ReplayAsync(Queue, 1_000, default));
    }
}
