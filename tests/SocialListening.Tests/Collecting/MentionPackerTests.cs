using Microsoft.Extensions.Options;
using SocialListening.Collecting;
using SocialListening.Contracts;
using SocialListening.Tests.Fakes;

namespace SocialListening.Tests.Collecting;

public sealed class MentionPackerTests
{
    private static readonly TimeSpan Never = TimeSpan.FromMinutes(1);

    private readonly MemoryQueues _queues = new();

    [Fact]
    public async Task Send_OfAPollThatRunsAlone_WaitsForNobody()
    {
        var packer = Packer(Never);
        using var poll = packer.Announce();

        await packer.SendAsync(Batch("one", 3), Pack, default);
        await packer.SendAsync(Batch("one", 2), Pack, default);

        Assert.Equal([3, 2], Messages().Select(message => message.Mentions.Count));
        Assert.All(Messages().SelectMany(message => message.Mentions), mention => Assert.Null(mention.SourceId));
    }

    [Fact]
    public async Task Send_OfPollsThatRunAtTheSameTime_SharesOneMessageAndKeepsEachSourceAndTime()
    {
        var packer = Packer(Never);
        IDisposable[] polls = [packer.Announce(), packer.Announce(), packer.Announce()];

        var first = packer.SendAsync(Batch("one", 2), Pack, default);
        var second = packer.SendAsync(Batch("two", 1), Pack, default);
        Assert.Empty(_queues.Sent);
        polls[2].Dispose();
        await Task.WhenAll(first, second);

        var message = Assert.Single(Messages());
        Assert.Equal("one", message.SourceId);
        Assert.Equal([null, null, "two"], message.Mentions.Select(mention => mention.SourceId));
        Assert.Equal([null, null, Samples.Noon.AddMinutes(3)], message.Mentions.Select(mention => mention.CollectedAtUtc));
    }

    [Fact]
    public async Task Send_WhileAnotherPollReadsOn_GoesAfterTheLongestWait()
    {
        var packer = Packer(TimeSpan.FromMilliseconds(1));
        using var slow = packer.Announce();
        using var quick = packer.Announce();

        await packer.SendAsync(Batch("quick", 1), Pack, default);

        Assert.Equal("quick", Assert.Single(Messages()).SourceId);
    }

    [Fact]
    public async Task Send_MoreThanAMessageHolds_ClosesTheFullOneFirst()
    {
        var packer = Packer(Never);
        using var reading = packer.Announce();
        IDisposable[] polls = [packer.Announce(), packer.Announce(), packer.Announce()];

        var first = packer.SendAsync(Batch("one", 120), Pack, default);
        var second = packer.SendAsync(Batch("two", 120), Pack, default);
        var third = packer.SendAsync(Batch("three", 120), Pack, default);
        await Task.WhenAll(first, second);

        Assert.False(third.IsCompleted);
        Assert.Equal(240, Assert.Single(Messages()).Mentions.Count);
        reading.Dispose();
        Array.ForEach(polls[..2], poll => poll.Dispose());
        await third;
        Assert.Equal([240, 120], Messages().Select(message => message.Mentions.Count));
    }

    [Fact]
    public async Task Send_ThatFails_FailsEveryPollThatWaitedForIt()
    {
        var packer = Packer(Never);
        _queues.FailNextSend = new TimeoutException();
        using var one = packer.Announce();
        using var two = packer.Announce();

        var first = packer.SendAsync(Batch("one", 1), Pack, default);
        var second = packer.SendAsync(Batch("two", 1), Pack, default);

        await Assert.ThrowsAsync<TimeoutException>(() => first);
        await Assert.ThrowsAsync<TimeoutException>(() => second);
        Assert.Empty(_queues.Sent);

        var again = packer.SendAsync(Batch("one", 1), Pack, default);
        two.Dispose();
        await again;
        Assert.Single(Messages());
    }

    [Fact]
    public async Task Send_OfAPollThatIsCancelledWhileItWaits_StillReachesTheQueueWithTheOthers()
    {
        var packer = Packer(Never);
        using var cancelled = new CancellationTokenSource();
        using var reading = packer.Announce();
        using var one = packer.Announce();
        using var two = packer.Announce();

        var first = packer.SendAsync(Batch("one", 1), Pack, default);
        var second = packer.SendAsync(Batch("two", 1), Pack, cancelled.Token);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        two.Dispose();
        reading.Dispose();
        await first;

        Assert.Equal(2, Assert.Single(Messages()).Mentions.Count);
    }

    [Fact]
    public async Task Send_OfManyPollsAtOnce_LosesAndDoublesNothing()
    {
        var packer = Packer(TimeSpan.FromMilliseconds(5));
        await Task.WhenAll(Enumerable.Range(0, 200).Select(number => Task.Run(async () =>
        {
            using var poll = packer.Announce();
            await Task.Yield();
            if (number % 3 != 0)
            {
                await packer.SendAsync(Batch($"{number}", 1 + (number % 40)), Pack, default);
            }
        })));

        var arrived = Messages().SelectMany(message => message.Mentions.Select(mention => mention.SourceId ?? message.SourceId)).GroupBy(source => source).ToDictionary(group => group.Key, group => group.Count());
        Assert.Equal(Enumerable.Range(0, 200).Where(number => number % 3 != 0).ToDictionary(number => $"{number}", number => 1 + (number % 40)), arrived);
        Assert.All(Messages(), message => Assert.InRange(message.Mentions.Count, 1, MentionBatchCodec.MaxMentions));
    }

    private static IReadOnlyList<string> Pack(MentionBatch batch) => MentionBatchCodec.Pack(batch);

    private static MentionBatch Batch(string source, int mentions) => new()
    {
        SourceId = source,
        CollectedAtUtc = source == "two" ? Samples.Noon.AddMinutes(3) : Samples.Noon,
        Masked = true,
        Mentions = [.. Enumerable.Range(0, mentions).Select(i => new MatchedMention(Samples.Mention($"{source}-{i}", Samples.Noon, "Bravo !"), ["atlas"]))],
    };

    private MentionPacker Packer(TimeSpan wait) => new(_queues, Options.Create(new CollectingOptions { PackingWait = wait }));

    private IEnumerable<MentionBatch> Messages() => _queues.Texts(QueueNames.Mentions).Select(MentionBatchCodec.Unpack);
}
