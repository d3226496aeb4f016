using Microsoft.Extensions.Logging.Abstractions;
using SocialListening.Contracts;
using SocialListening.Spikes;
using SocialListening.Spikes.Running;
using SocialListening.Tests.Fakes;

namespace SocialListening.Tests.Spikes.Running;

/// <summary>One spike stays one alert, also when late mentions move its beginning.</summary>
public sealed class AlertStepTests
{
    private readonly MemoryMentions _mentions = new();
    private readonly Known _known = new();

    [Fact]
    public async Task Compose_OnsetMovedByALateBucket_TellsNobodyTwice()
    {
        var first = Assert.Single(await ComposeAsync(Volume(SpikePhase.Started, Samples.Noon)));
        _known.Alerts.Add(first);

        Assert.Empty(await ComposeAsync(Volume(SpikePhase.Started, Samples.Noon.AddMinutes(-5))));
    }

    [Fact]
    public async Task Compose_EndUnderAMovedOnset_EndsTheAlertThatWasTold()
    {
        var first = Assert.Single(await ComposeAsync(Volume(SpikePhase.Started, Samples.Noon)));
        _known.Alerts.Add(first);

        var last = Assert.Single(await ComposeAsync(Volume(SpikePhase.Ended, Samples.Noon.AddMinutes(-5)) with { DetectedAt = Samples.Noon.AddHours(9) }));

        Assert.Equal((first.Id, first.OnsetUtc, AlertStatus.Ended, 2), (last.Id, last.OnsetUtc, last.Status, last.Revision));
    }

    [Fact]
    public async Task Compose_GraverUnderAMovedOnset_IsTheSameAlertsNextRevision()
    {
        var first = Assert.Single(await ComposeAsync(Volume(SpikePhase.Started, Samples.Noon)));
        _known.Alerts.Add(first);

        var graver = Assert.Single(await ComposeAsync(Volume(SpikePhase.Started, Samples.Noon.AddMinutes(-5)) with { Level = SpikeLevel.Extreme }));

        Assert.Equal((first.Id, 2, 4), (graver.Id, graver.Revision, graver.Severity));
    }

    [Fact]
    public async Task Compose_NewSpikeAfterTheEnd_IsANewAlert()
    {
        var first = Assert.Single(await ComposeAsync(Volume(SpikePhase.Started, Samples.Noon)));
        _known.Alerts.Add(first with { Status = AlertStatus.Ended, EndedAtUtc = Samples.Noon.AddHours(4) });

        var second = Assert.Single(await ComposeAsync(Volume(SpikePhase.Started, Samples.Noon.AddDays(1)) with { DetectedAt = Samples.Noon.AddDays(1.1) }));

        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public async Task Compose_AnotherGroupOfTheSeries_IsAnAlertOfItsOwn()
    {
        _known.Alerts.Add(Assert.Single(await ComposeAsync(Volume(SpikePhase.Started, Samples.Noon))));

        var tone = Assert.Single(await ComposeAsync(Volume(SpikePhase.Started, Samples.Noon.AddHours(-1)) with { Group = "tone", Kind = SpikeKind.NegativeShift }));

        Assert.Equal("negative-shift", tone.Kind);
    }

    [Fact]
    public async Task Compose_EndAndNewPartInOneRun_AreJudgedAsIfApart()
    {
        _known.Alerts.Add(Assert.Single(await ComposeAsync(Volume(SpikePhase.Started, Samples.Noon))));

        var alerts = await ComposeAsync(
            Volume(SpikePhase.Ended, Samples.Noon) with { DetectedAt = Samples.Noon.AddHours(9) },
            Volume(SpikePhase.Started, Samples.Noon.AddHours(20)) with { Series = "topic:recall", DetectedAt = Samples.Noon.AddHours(21) });

        Assert.Equal(["all", "topic:recall"], alerts.Select(alert => alert.Series));
    }

    private static SpikeSignal Volume(SpikePhase phase, DateTimeOffset onset) => new()
    {
        Series = "all",
        Kind = SpikeKind.Sudden,
        Phase = phase,
        Group = "volume",
        Onset = onset,
        DetectedAt = Samples.Noon.AddMinutes(20),
        Scale = TimeSpan.FromMinutes(20),
        Observed = 50,
        Expected = 5,
        ExpectedLow = 1,
        ExpectedHigh = 10,
        ReturnPeriodDays = 40,
        PValue = 0.025,
        Severity = 2,
        Level = SpikeLevel.Major,
        Completeness = 1,
        HistoryDays = 20,
    };

    private Task<List<Alert>> ComposeAsync(params SpikeSignal[] signals) =>
        new AlertStep(new AlertComposer(_mentions, new MultiScaleSpikeDetector()), 5, NullLogger.Instance)
            .ComposeAsync(Samples.Brand(), new Calm(), signals, _known, CancellationToken.None);

    private sealed class Known : IKnownAlerts
    {
        public List<Alert> Alerts { get; } = [];

        public Task<IReadOnlyList<Alert>> LatestAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Alert>>(Alerts);

        public Task<Alert?> FindAsync(string alertId, CancellationToken cancellationToken) => Task.FromResult(Alerts.Find(alert => alert.Id == alertId));
    }

    /// <summary>A detection in which nothing goes on.</summary>
    private sealed class Calm : IBrandSpikeDetection
    {
        public DateTimeOffset? LastBucket => Samples.Noon;

        public ObservationOutcome Observe(in BucketObservation bucket, ICollection<SpikeSignal> signals) => ObservationOutcome.Applied;

        public void Current(ICollection<SpikeSignal> signals)
        {
        }

        public byte[] Save() => [];
    }
}
