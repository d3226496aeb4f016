using SocialListening.Contracts;
using SocialListening.Tests.Fakes;

namespace SocialListening.Tests.Spikes.Running;

public sealed class AnnouncedCampaignTests
{
    private static readonly DateTimeOffset Begin = Samples.Noon.AddDays(3);

    [Theory]
    [InlineData(false, 10, true)]
    [InlineData(true, 10, false)]
    [InlineData(true, 80, true)]
    public async Task Detect_CampaignOfTenTimesTheUsual_AlertsOnlyWhenUnannouncedOrFarBeyond(bool announced, int perBucket, bool expected)
    {
        AnnouncedEvent[] events = announced ? [new AnnouncedEvent("Gala", Begin, Begin.AddHours(3), 10)] : [];
        var bench = new DetectionBench(Samples.Brand() with { Events = events });
        await bench.RunAsync(Begin - Samples.Noon, perBucket: _ => 1, Mixed);
        await bench.RunAsync(TimeSpan.FromHours(2), perBucket: _ => perBucket, Mixed);
        await bench.RunAsync(TimeSpan.FromMinutes(30), perBucket: _ => 1, Mixed);
        Assert.Equal(expected, (await bench.AlertsAsync()).Any(alert => alert.Series == "all"));
    }

    private static ScoredMention Mixed(ScoredMention post) => DetectionBench.WithTone(post, (SentimentLabel)(int.Parse(post.Mention.PlatformPostId, System.Globalization.CultureInfo.InvariantCulture) % 3));
}
