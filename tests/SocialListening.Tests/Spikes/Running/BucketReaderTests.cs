using SocialListening.Contracts;
using SocialListening.Rollups;
using SocialListening.Spikes;
using SocialListening.Spikes.Running;
using SocialListening.Tests.Fakes;

namespace SocialListening.Tests.Spikes.Running;

/// <summary>What a bucket's observation says of authors and repeats.</summary>
public sealed class BucketReaderTests
{
    private readonly MemoryMentions _mentions = new();

    [Fact]
    public async Task Observe_MoreMentionsThanAreRead_DoesNotTakeTheRestForRepeats()
    {
        var seen = await ObserveAsync(2_500, post => $"author-{post}");

        Assert.Equal((2_500, 2_500), (seen.Total, seen.DistinctAuthors));
    }

    [Fact]
    public async Task Observe_LargeBucketOfFewAuthors_ScalesTheRepeats()
    {
        var seen = await ObserveAsync(2_000, post => $"author-{post % 10}");

        // 990 of the 1,000 newest repeat one of ten authors.
        Assert.Equal(20, seen.DistinctAuthors);
    }

    [Fact]
    public async Task Observe_PostsWithoutAuthors_RepeatNobody()
    {
        var seen = await ObserveAsync(14, post => post < 12 ? null : $"author-{post}");

        Assert.Equal(14, seen.DistinctAuthors);
    }

    [Fact]
    public async Task Observe_NoAuthorKnown_SaysSo()
    {
        var seen = await ObserveAsync(14, _ => null);

        Assert.Equal(0, seen.DistinctAuthors);
    }

    private async Task<BucketObservation> ObserveAsync(int posts, Func<int, string?> author)
    {
        var start = RollupBucket.StartOf(Samples.Noon);
        await _mentions.StoreAsync(
            "atlas",
            [.. Enumerable.Range(0, posts).Select(i => Samples.Scored(Samples.Mention($"{i}", start.AddMilliseconds(i), $"merci {i}") with { AuthorId = author(i) }, SentimentLabel.Neutral, "atlas"))],
            default);
        var rollup = Assert.Single(await _mentions.ListAsync("atlas", start, start.AddMinutes(5), default));
        return await new BucketReader(_mentions, _mentions, new MemoryCoverage()).ObserveAsync("atlas", start, rollup, 1, 5, default);
    }
}
