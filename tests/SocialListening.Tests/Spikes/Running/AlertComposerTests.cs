using SocialListening.Contracts;
using SocialListening.Spikes;
using SocialListening.Spikes.Running;
using SocialListening.Tests.Fakes;

namespace SocialListening.Tests.Spikes.Running;

public sealed class AlertComposerTests
{
    private readonly MemoryMentions _mentions = new();

    [Fact]
    public async Task Compose_ManyDifferentGladTexts_IsViralPraise()
    {
        await PostAsync(20, i => ($"Bravo la barista numéro {i}", SentimentLabel.Positive));
        Assert.Equal("viral-positive", (await ComposeAsync()).Kind);
    }

    [Fact]
    public async Task Compose_OneTextTakenForGladAndPassedOnAThousandTimes_IsNoPraise()
    {
        await PostAsync(40, _ => ("Les photos de l'entrepôt", SentimentLabel.Positive));
        await PostAsync(6, i => ($"C'est une honte {i}", SentimentLabel.Negative), first: 100);
        var alert = await ComposeAsync();
        Assert.Equal("sudden", alert.Kind);
        Assert.DoesNotContain("praise", SocialListening.Notifiers.AlertText.Summary(alert, Samples.Brand()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compose_NextRevision_CountsUpAndKeepsIdOnsetAndFirstDetection()
    {
        await PostAsync(10, i => ($"texte {i}", SentimentLabel.Negative));
        var first = await ComposeAsync();
        var next = await Composer().ComposeAsync(Samples.Brand(), Signal(SpikePhase.Ended) with { DetectedAt = Samples.Noon.AddHours(9), Level = SpikeLevel.Minor }, first, CancellationToken.None);
        Assert.Equal((first.Id, 2, AlertStatus.Ended), (next.Id, next.Revision, next.Status));
        Assert.Equal((first.OnsetUtc, first.DetectedAtUtc, first.Severity, first.Kind), (next.OnsetUtc, next.DetectedAtUtc, next.Severity, next.Kind));
        Assert.Equal(first.Posts, next.Posts);
    }

    [Fact]
    public async Task Compose_TheBrandsOwnNameInTheTexts_IsNoTerm()
    {
        await PostAsync(9, i => ($"#SolidariteAtlas @solidarite_atlas Solidarite\u0301 et ATLAS : entrepôt {i}", SentimentLabel.Negative));

        var terms = (await ComposeAsync()).Drivers.Where(driver => driver.Kind == "term").Select(driver => driver.Value);

        Assert.Equal(["entrepôt"], terms);
    }

    [Fact]
    public async Task Compose_FunctionWordsOfAQuietBrand_AreNoTerms()
    {
        await _mentions.StoreAsync(
            "atlas",
            [
                .. Enumerable.Range(0, 9)
                    .Select(i => Samples.Scored(Samples.Mention($"{i}", Samples.Noon.AddSeconds(i), $"avec rien dans l'entrepôt #ValClair {i}"), SentimentLabel.Negative))
                    .Select(scored => scored with { Score = scored.Score with { KeyPhrases = ["Entrepôt", "Val-Clair"] } }),
            ],
            CancellationToken.None);

        var terms = (await ComposeAsync()).Drivers.Where(driver => driver.Kind == "term").Select(driver => driver.Value);

        Assert.Equal(["entrepôt", "valclair"], terms);
    }

    [Fact]
    public async Task Compose_End_KeepsTheNumbersThatTheAlertWasToldWith()
    {
        await PostAsync(10, i => ($"texte {i}", SentimentLabel.Negative));
        var first = await ComposeAsync();
        var quiet = Signal(SpikePhase.Ended) with { Observed = 2, Expected = 4, ExpectedLow = 1, ExpectedHigh = 9, Scale = TimeSpan.FromHours(24), NegativeShare = 0.1, Completeness = 0.5 };

        var end = await Composer().ComposeAsync(Samples.Brand(), quiet, first, CancellationToken.None);

        Assert.Equal((40, 3, 0, 8, 60), (end.Observed, end.Expected, end.ExpectedLow, end.ExpectedHigh, end.ScaleMinutes));
        Assert.Equal((first.NegativeShare, 1), (end.NegativeShare, end.Completeness));
        Assert.Equal(first.Drivers, end.Drivers);
    }

    [Fact]
    public async Task Compose_ChangeOfTone_ShowsTheWindowThatItWasSeenIn()
    {
        await PostAsync(9, i => ($"texte {i}", SentimentLabel.Negative));
        var signal = Signal() with { Kind = SpikeKind.NegativeShift, Group = "tone", Onset = Samples.Noon.AddHours(3), DetectedAt = Samples.Noon.AddHours(3), Scale = TimeSpan.FromHours(24) };
        var alert = await Composer().ComposeAsync(Samples.Brand(), signal, null, CancellationToken.None);
        Assert.Equal("negative-shift", alert.Kind);
        Assert.NotEmpty(alert.Posts);
        Assert.NotEmpty(alert.Drivers);
    }

    [Fact]
    public async Task Compose_Evidence_LeavesTextsOutAndPutsTheFurthestReachingPostFirst()
    {
        await PostAsync(9, i => ($"secret du texte {i}", SentimentLabel.Negative));
        var alert = await ComposeAsync();
        Assert.Equal(5, alert.Posts.Count);
        Assert.Equal(alert.Posts.OrderByDescending(post => post.Reach), alert.Posts);
        Assert.DoesNotContain("secret du texte", System.Text.Json.JsonSerializer.Serialize(alert, SocialListeningJsonContext.Default.Alert), StringComparison.Ordinal);
    }

    private static SpikeSignal Signal(SpikePhase phase = SpikePhase.Started) => new()
    {
        Series = "all",
        Group = "volume",
        Kind = SpikeKind.ViralPositive,
        Phase = phase,
        Onset = Samples.Noon,
        DetectedAt = Samples.Noon.AddMinutes(30),
        Scale = TimeSpan.FromHours(1),
        Observed = 40,
        Expected = 3,
        ExpectedLow = 0,
        ExpectedHigh = 8,
        ReturnPeriodDays = 300,
        PValue = 0.003,
        Severity = 2,
        Level = SpikeLevel.Major,
        Completeness = 1,
        HistoryDays = 20,
    };

    private AlertComposer Composer() => new(_mentions, new MultiScaleSpikeDetector());

    private Task<Alert> ComposeAsync() => Composer().ComposeAsync(Samples.Brand(), Signal(), null, CancellationToken.None);

    private Task<SocialListening.Storage.StoreOutcome> PostAsync(int count, Func<int, (string Text, SentimentLabel Tone)> post, int first = 0) => _mentions.StoreAsync(
        "atlas",
        [
            .. Enumerable.Range(first, count).Select(i =>
            {
                var (text, tone) = post(i);
                return Samples.Scored(Samples.Mention(i.ToString(System.Globalization.CultureInfo.InvariantCulture), Samples.Noon.AddSeconds(i), text) with { Likes = i }, tone);
            }),
        ],
        CancellationToken.None);
}
