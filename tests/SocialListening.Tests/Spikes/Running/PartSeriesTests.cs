using SocialListening.Contracts;
using SocialListening.Rollups;
using SocialListening.Spikes.Running;
using SocialListening.Tests.Fakes;

namespace SocialListening.Tests.Spikes.Running;

public sealed class PartSeriesTests
{
    private static readonly Brand Brand = Samples.Brand() with { Topics = [new BrandTopic("delivery", "Livraisons", "colis")] };

    [Fact]
    public void Parts_OfABucket_AreNegativePlatformsTopicsAndKnownTiers()
    {
        var rollup = new RollupDocument { BrandId = "atlas", Start = Samples.Noon };
        RollupBucket.Count(rollup, Post("1", SentimentLabel.Negative, 200_000, "delivery", "strike"));
        RollupBucket.Count(rollup, Post("2", SentimentLabel.Positive, null, "delivery"));
        RollupBucket.Count(rollup, Post("3", SentimentLabel.Neutral, 5));
        Assert.Equal(
            ["negative 1", "platform:mastodon 3", "tier:macro 1", "tier:nano 1", "topic:delivery 2", "topic:strike 1"],
            BucketParts.Of(rollup).Select(part => $"{part.Series} {part.Count}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Detect_OneTopicRisesWithinALargeBrand_RaisesOneAlertOfTheTopic()
    {
        var bench = new DetectionBench(Brand);
        await bench.RunAsync(TimeSpan.FromDays(3), perBucket: _ => 6, post => Number(post) % 60 == 0 ? InTopic(Mixed(post)) : Mixed(post));
        await bench.RunAsync(TimeSpan.FromHours(2), perBucket: _ => 6, post => Number(post) % 3 != 0 ? InTopic(Mixed(post)) : Mixed(post));

        var found = await bench.AlertsAsync();
        Assert.True(found.Count == 1, string.Join("; ", found.Select(a => $"{a.Series} {a.Kind} {a.Severity} {a.OnsetUtc:HH:mm}")));
        var alert = found[0];
        Assert.Equal("topic:delivery", alert.Series);
        Assert.InRange(alert.Severity, 3, 4);
        Assert.Contains(alert.Drivers, driver => driver is { Kind: "topic", Value: "Livraisons", Share: 1 });
        Assert.Contains(alert.Drivers, driver => driver is { Kind: "tier", Value: "macro" });
        Assert.NotEmpty(alert.Posts);
    }

    [Fact]
    public async Task Detect_WholeBrandRisesByOneTopic_RaisesOneAlertThatNamesIt()
    {
        var bench = new DetectionBench(Brand);
        await bench.RunAsync(TimeSpan.FromDays(4), perBucket: _ => 1, Mixed);
        await bench.RunAsync(TimeSpan.FromHours(2), perBucket: _ => 30, post => InTopic(Mixed(post)));
        var alert = Assert.Single(await bench.AlertsAsync());
        Assert.Equal("all", alert.Series);
        Assert.Contains(alert.Drivers, driver => driver is { Kind: "topic", Value: "Livraisons" });
    }

    private static ScoredMention InTopic(ScoredMention post) => post with
    {
        Topics = ["delivery"],
        Mention = post.Mention with { AuthorFollowers = 250_000 },
    };

    private static ScoredMention Mixed(ScoredMention post) => DetectionBench.WithTone(post, (SentimentLabel)(Number(post) % 3));

    private static int Number(ScoredMention post) => int.Parse(post.Mention.PlatformPostId, System.Globalization.CultureInfo.InvariantCulture);

    private static ScoredMention Post(string id, SentimentLabel tone, long? followers, params string[] topics) =>
        Samples.Scored(Samples.Mention(id) with { AuthorFollowers = followers }, tone) with { Topics = topics };
}
