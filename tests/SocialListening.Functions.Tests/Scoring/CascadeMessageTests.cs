using SocialListening.Contracts;
using SocialListening.Queues;
using SocialListening.Scoring.Cascade;

namespace SocialListening.Functions.Tests.Scoring;

/// <summary>Messages that come twice, die, tire or cannot be read.</summary>
public sealed class CascadeMessageTests : IDisposable
{
    private readonly CascadeBench _bench = new();

    [Fact]
    public async Task Redelivery_OfEveryMessage_ChangesAndCostsNothing()
    {
        await _bench.CollectAsync(("a", "1 one", ["cafe"]), ("b", "1 two", ["cafe"]));
        var message = Assert.Single(await _bench.Queues.PeekAsync(QueueNames.Rescoring, 32, default));
        await _bench.DrainAsync();
        var before = await _bench.MentionsAsync();

        await _bench.CollectAsync(("a", "1 one", ["cafe"]), ("b", "1 two", ["cafe"]));
        await _bench.Queues.SendAsync(QueueNames.Rescoring, [message.Text, message.Text], TimeSpan.Zero, default);
        await _bench.DrainAsync();

        Assert.Equal(2, _bench.Service.Billed.Count);
        Assert.Equal(before.Select(mention => mention.Revision), (await _bench.MentionsAsync()).Select(mention => mention.Revision));
        await _bench.AssertCountsAsync();
    }

    [Fact]
    public async Task Killed_BetweenCallAndLedger_AsksThatCallAgainAndCountsBoth()
    {
        await _bench.CollectAsync([.. Enumerable.Range(0, 25).Select(i => $"1 text {i}")]);
        var message = Assert.Single(await _bench.Queues.ReceiveAsync(QueueNames.Rescoring, 32, TimeSpan.FromMinutes(1), default));
        Assert.True(QueueText.TryDecode(message.Text, out var text));

        // The second call of three dies after the service billed it.
        var calls = 0;
        _bench.Service.Meanwhile = () =>
        {
            _bench.Service.DiesAfterBilling = ++calls == 2 ? new InvalidProgramException("killed") : null;
            return Task.CompletedTask;
        };
        await Assert.ThrowsAsync<InvalidProgramException>(() => _bench.Instance().HardCases.ProcessAsync(text, default));
        _bench.Clock.Advance(PaidAnswers.ClaimTime);
        await _bench.DrainAsync();

        Assert.Equal(25, _bench.Service.Billed.Distinct().Count());
        Assert.Equal(35, _bench.Service.Billed.Count);
        Assert.Equal(35, await _bench.CommittedAsync());
        Assert.All(await _bench.MentionsAsync(), mention => Assert.Equal((null, SentimentLabel.Negative), (mention.Score.Pending, mention.Sentiment)));
        await _bench.AssertCountsAsync();
    }

    [Fact]
    public async Task Neighbours_OfAMessageThatFails_AreThereAgainAtOnce()
    {
        await _bench.CollectAsync("1 a");
        await _bench.CollectAsync("1 b");
        var first = Assert.Single(await _bench.Queues.ReceiveAsync(QueueNames.Rescoring, 1, TimeSpan.FromMinutes(10), default));
        Assert.True(QueueText.TryDecode(first.Text, out var text));
        _bench.Service.DiesAfterBilling = new InvalidProgramException("killed");

        await Assert.ThrowsAsync<InvalidProgramException>(() => _bench.Instance().HardCases.ProcessAsync(text, default));

        Assert.Single(await _bench.Queues.ReceiveAsync(QueueNames.Rescoring, 32, TimeSpan.FromMinutes(10), default));
    }

    [Fact]
    public async Task LastDelivery_OfAMessageTakenAlong_IsTriedAndNotGivenBack()
    {
        await _bench.CollectAsync("1 tired");
        for (var failures = 0; failures < 4; failures++)
        {
            await _bench.Queues.ReceiveAsync(QueueNames.Rescoring, 1, TimeSpan.FromSeconds(1), default);
            _bench.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var tired = Assert.Single(await _bench.Queues.PeekAsync(QueueNames.Rescoring, 32, default));
        Assert.True(QueueText.TryDecode(tired.Text, out var text));
        await _bench.CollectAsync("1 fresh");
        var both = await _bench.Queues.PeekAsync(QueueNames.Rescoring, 32, default);
        Assert.True(QueueText.TryDecode(both.Single(message => message.Id != tired.Id).Text, out var fresh));

        await _bench.Instance().HardCases.ProcessAsync(fresh, default);

        Assert.DoesNotContain(await _bench.Queues.PeekAsync(QueueNames.Rescoring, 32, default), message => message.Id == tired.Id);
        Assert.Equal(["1 fresh", "1 tired"], _bench.Service.Billed.Order());
        Assert.NotEmpty(text);
    }

    [Fact]
    public async Task UnreadableMessage_GoesToPoisonAndTheOthersAreWorkedOff()
    {
        await _bench.Queues.SendAsync(QueueNames.Rescoring, [QueueText.Encode("nonsense")], TimeSpan.Zero, default);
        await _bench.CollectAsync("1 a");

        await _bench.DrainAsync();

        Assert.Single(_bench.Service.Billed);
        Assert.Single(await _bench.Queues.PeekAsync("rescoring-poison", 32, default));
        Assert.Equal(0, (await _bench.Queues.GetDepthAsync(QueueNames.Rescoring, default)).Messages);
    }

    public void Dispose() => _bench.Dispose();
}
