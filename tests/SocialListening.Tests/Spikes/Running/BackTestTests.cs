using System.Text.Json;
using Microsoft.Extensions.Options;
using SocialListening.Contracts;
using SocialListening.Spikes;
using SocialListening.Spikes.Running;
using SocialListening.Tests.Fakes;

namespace SocialListening.Tests.Spikes.Running;

public sealed class BackTestTests
{
    private static readonly Brand Brand = Samples.Brand() with
    {
        Topics = [new BrandTopic("delivery", "Livraisons", "colis")],
        Events = [new AnnouncedEvent("Gala", Samples.Noon.AddHours(20), Samples.Noon.AddHours(22), 3)],
    };

    [Fact]
    public async Task Run_OverTheSameBuckets_RaisesTheAlertsOfTheLiveDetection()
    {
        var bench = new DetectionBench(Brand);
        for (var part = 0; part < 3; part++)
        {
            await bench.RunAsync(TimeSpan.FromHours(10), perBucket: i => 1 + (i % 2), Mixed);
        }

        await bench.RunAsync(TimeSpan.FromMinutes(40), perBucket: _ => 3, covered: false);
        await bench.RunAsync(TimeSpan.FromHours(1), perBucket: _ => 40, post => DetectionBench.WithTone(post, SentimentLabel.Negative) with { Topics = ["delivery"] });
        await bench.RunAsync(TimeSpan.FromHours(14), perBucket: _ => 1, Mixed);

        var live = (await bench.AlertsAsync()).OrderBy(alert => alert.OnsetUtc).ThenBy(alert => alert.Id, StringComparer.Ordinal);
        var report = await Test(bench).RunAsync("atlas", Samples.Noon, bench.Clock.GetUtcNow(), null, CancellationToken.None);
        Assert.NotEmpty(report.Alerts);
        Assert.Equal(live.Select(Print), report.Alerts.Select(Print));
        Assert.Equal((Samples.Noon, AlertSensitivity.Normal), (report.LearntFrom, report.Sensitivity));

        var later = await Test(bench).RunAsync("atlas", bench.Clock.GetUtcNow().AddHours(-2), bench.Clock.GetUtcNow(), null, CancellationToken.None);
        Assert.Equal((report.Buckets, 0), (later.Buckets, later.Alerts.Count));
    }

    [Fact]
    public async Task Run_AtOtherSensitivities_TriesThemAndStoresNothing()
    {
        var bench = new DetectionBench(Brand);
        for (var burst = 0; burst < 5; burst++)
        {
            var most = 6 + (4 * burst);
            await bench.RunAsync(TimeSpan.FromHours(16), perBucket: i => i >= 186 ? most : 2, Mixed);
        }

        var state = (await bench.Alerts.GetDetectionStateAsync("atlas", CancellationToken.None)).Version;
        var counts = new List<int>();
        foreach (var sensitivity in (AlertSensitivity[])[AlertSensitivity.Low, AlertSensitivity.Normal, AlertSensitivity.High])
        {
            var report = await Test(bench).RunAsync("atlas", Samples.Noon, bench.Clock.GetUtcNow(), sensitivity, CancellationToken.None);
            Assert.Equal(sensitivity, report.Sensitivity);
            counts.Add(report.Alerts.Count);
        }

        Assert.True(counts[0] <= counts[1] && counts[1] <= counts[2], string.Join(',', counts));
        Assert.Equal(state, (await bench.Alerts.GetDetectionStateAsync("atlas", CancellationToken.None)).Version);
    }

    [Theory]
    [InlineData(AlertSensitivity.Low, SpikeSensitivity.Calm)]
    [InlineData(AlertSensitivity.Normal, SpikeSensitivity.Balanced)]
    [InlineData(AlertSensitivity.High, SpikeSensitivity.Alert)]
    public void Profile_OfABrand_TakesItsSensitivityZoneAndEvents(AlertSensitivity sensitivity, SpikeSensitivity expected)
    {
        var profile = DetectionProfiles.Of(Brand with { Sensitivity = sensitivity }, new SpikeDetectionOptions { MinimumMentions = 7 });
        Assert.Equal((expected, "Europe/Paris", 7), (profile.Sensitivity, profile.TimeZone.Id, profile.MinimumMentions));
        Assert.Equal([new KnownEvent(Samples.Noon.AddHours(20), Samples.Noon.AddHours(22), 3)], profile.KnownEvents);
    }

    [Fact]
    public async Task Run_NothingCollected_JudgesNothing()
    {
        var report = await Test(new DetectionBench(Brand)).RunAsync("atlas", Samples.Noon, Samples.Noon.AddDays(1), null, CancellationToken.None);
        Assert.Equal((0, null), (report.Buckets, report.LearntFrom));
        Assert.Empty(report.Alerts);
    }

    [Fact]
    public async Task Run_WhatCannotBeTested_IsRefused()
    {
        var test = Test(new DetectionBench(Brand));
        await Assert.ThrowsAsync<ArgumentException>(() => test.RunAsync("gone", Samples.Noon, Samples.Noon.AddDays(1), null, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => test.RunAsync("atlas", Samples.Noon, Samples.Noon, null, CancellationToken.None));
    }

    private static BackTest Test(DetectionBench bench) => new(
        new FixedCatalog(Brand), new MultiScaleSpikeDetector(), bench.Mentions, bench.Mentions, bench.Coverage, Options.Create(new SpikeDetectionOptions()));

    private static ScoredMention Mixed(ScoredMention post) =>
        DetectionBench.WithTone(post, (SentimentLabel)(int.Parse(post.Mention.PlatformPostId, System.Globalization.CultureInfo.InvariantCulture) % 3));

    private static string Print(Alert alert) => JsonSerializer.Serialize(alert, SocialListeningJsonContext.Default.Alert);
}
