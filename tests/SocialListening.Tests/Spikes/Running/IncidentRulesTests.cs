using SocialListening.Contracts;
using SocialListening.Spikes;
using SocialListening.Spikes.Running;
using SocialListening.Tests.Fakes;

namespace SocialListening.Tests.Spikes.Running;

public sealed class IncidentRulesTests
{
    [Theory]
    [InlineData("all", SpikeLevel.Minor, true)]
    [InlineData("topic:delivery", SpikeLevel.Moderate, false)]
    [InlineData("topic:delivery", SpikeLevel.Major, true)]
    [InlineData("tier:macro", SpikeLevel.Major, true)]
    [InlineData("platform:x", SpikeLevel.Extreme, true)]
    [InlineData("negative", SpikeLevel.Major, true)]
    public void MayOpen_NothingElseOpen_PartsMustBeMajor(string series, SpikeLevel level, bool expected) =>
        Assert.Equal(expected, Rules().Opens(Signal(series, level)));

    [Theory]
    [InlineData("all", "sudden", "topic:delivery", false)]
    [InlineData("all", "viral-positive", "tier:macro", false)]
    [InlineData("all", "negative-shift", "topic:delivery", true)]
    [InlineData("all", "negative-shift", "negative", false)]
    [InlineData("topic:delivery", "sudden", "platform:x", false)]
    [InlineData("topic:delivery", "sudden", "tier:macro", false)]
    [InlineData("topic:delivery", "sudden", "topic:strike", true)]
    [InlineData("topic:delivery", "slow-burn", "topic:delivery", false)]
    [InlineData("platform:x", "sudden", "platform:bluesky", false)]
    [InlineData("topic:delivery", "sudden", "all", true)]
    public void MayOpen_WhileAnotherIsOpen_OneIncidentIsOneAlert(string open, string kind, string series, bool expected)
    {
        var rules = Rules(Samples.Alert() with { Series = open, Kind = kind });
        Assert.Equal(expected, rules.Opens(Signal(series, SpikeLevel.Extreme)));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(1, false)]
    public void MayOpen_PartOfARiseThatEnded_StaysUntold(int endedAfterOnsetHours, bool expected)
    {
        var rules = Rules(Samples.Alert(status: AlertStatus.Ended) with { EndedAtUtc = Samples.Noon.AddHours(endedAfterOnsetHours) });
        Assert.Equal(expected, rules.Opens(Signal("topic:delivery", SpikeLevel.Major)));
    }

    [Fact]
    public void MayOpen_PartsThatRiseInOneRun_OpenOneAlertOnly()
    {
        var rules = Rules();
        Assert.True(rules.Opens(Signal("topic:delivery", SpikeLevel.Major)));
        Assert.False(rules.Opens(Signal("platform:x", SpikeLevel.Major)));
    }

    [Fact]
    public void MayOpen_WholeRisesInTheSameRunAfterItsPart_OpensTheWholeOnly()
    {
        var rules = Rules();
        var part = Signal("topic:delivery", SpikeLevel.Major);
        var whole = Signal("all", SpikeLevel.Major);
        rules.Expect([part, whole]);
        Assert.False(rules.Opens(part));
        Assert.True(rules.Opens(whole));
        Assert.False(rules.Opens(whole with { Group = "drift", Kind = SpikeKind.SlowBurn }));
    }

    [Theory]
    [InlineData(SpikePhase.Worsened)]
    [InlineData(SpikePhase.Ended)]
    public void MayOpen_LaterPhaseOfWhatWasNotTold_StaysUntold(SpikePhase phase) =>
        Assert.False(Rules().Opens(Signal("all", SpikeLevel.Extreme) with { Phase = phase }));

    [Fact]
    public void MayOpen_FirstDay_MustBeMajor()
    {
        Assert.False(Rules().Opens(Signal("all", SpikeLevel.Moderate) with { HistoryDays = 0.5 }));
        Assert.True(Rules().Opens(Signal("all", SpikeLevel.Major) with { HistoryDays = 0.5 }));
    }

    [Fact]
    public void MayOpen_PartWithFewMentionsOrNoHistory_StaysUntold()
    {
        var part = Signal("topic:delivery", SpikeLevel.Extreme);
        Assert.True(Rules().Opens(part with { Observed = 15, Expected = 5 }));
        Assert.False(Rules().Opens(part with { Observed = 14, Expected = 5 }));
        Assert.False(Rules().Opens(part with { HistoryDays = 0.9 }));
    }

    [Theory]
    [InlineData("all", SpikePhase.Worsened, true)]
    [InlineData("topic:delivery", SpikePhase.Worsened, false)]
    [InlineData("topic:delivery", SpikePhase.Ended, true)]
    public void MayGrow_WhileTheWholeIsInAlert_PartsEndButDoNotGrow(string series, SpikePhase phase, bool expected)
    {
        var signal = Signal(series, SpikeLevel.Major) with { Phase = phase };
        Assert.Equal(expected, Rules(Samples.Alert()).MayGrow(signal));
        Assert.True(Rules().MayGrow(signal));
    }

    [Theory]
    [InlineData(0.5, false)]
    [InlineData(0.49, true)]
    public void IsOwnTopic_MentionsOfAnotherTopicInAlert_AreTheSameIncident(double share, bool expected)
    {
        var brand = Samples.Brand() with { Topics = [new BrandTopic("delivery", "Livraisons", "colis"), new BrandTopic("strike", "Grève", "grève")] };
        var alert = Samples.Alert() with { Series = "topic:strike", Drivers = [new AlertDriver("topic", "Grève", 1, 20), new AlertDriver("topic", "Livraisons", share, 10)] };
        Assert.Equal(expected, Rules(Samples.Alert() with { Series = "topic:delivery" }).IsOwnTopic(alert, brand));
        Assert.True(Rules(Samples.Alert() with { Series = "topic:strike" }).IsOwnTopic(alert, brand));
    }

    [Fact]
    public void End_OfTheWholesRise_LetsTheNextIncidentOfTheSameRunOpen()
    {
        var rules = Rules();
        var whole = Signal("all", SpikeLevel.Major);
        Assert.True(rules.MayOpen("whole", whole));
        var later = Signal("topic:delivery", SpikeLevel.Major) with { Onset = Samples.Noon.AddHours(20), DetectedAt = Samples.Noon.AddHours(21) };
        Assert.False(rules.Opens(later));

        rules.End("whole", Samples.Noon.AddHours(12));

        Assert.True(rules.Opens(later));
        Assert.False(rules.Opens(later with { Series = "platform:x" }));
    }

    [Fact]
    public void End_OfAStoredAlert_CountsFromThenOn()
    {
        var stored = Samples.Alert();
        var rules = Rules(stored);
        var later = Signal("topic:delivery", SpikeLevel.Major) with { Onset = Samples.Noon.AddDays(2), DetectedAt = Samples.Noon.AddDays(2) };
        Assert.False(rules.Opens(later));

        rules.End(stored.Id, Samples.Noon.AddDays(1));

        Assert.True(rules.Opens(later));
    }

    [Fact]
    public void MayOpen_PartDuringASilenceOfTheWhole_IsNoPartOfIt()
    {
        var rules = Rules();
        Assert.True(rules.Opens(Signal("all", SpikeLevel.Major) with { Group = "flow", Kind = SpikeKind.Silence }));
        Assert.True(rules.Opens(Signal("topic:delivery", SpikeLevel.Major)));
    }

    [Fact]
    public void Expect_RiseOfTheWholeAtAnotherTime_HoldsNothingBack()
    {
        var rules = Rules();
        rules.Expect([Signal("all", SpikeLevel.Major) with { DetectedAt = Samples.Noon.AddDays(3) }]);
        Assert.True(rules.Opens(Signal("topic:delivery", SpikeLevel.Major)));
    }

    private static IncidentRules Rules(params Alert[] alerts) => new(alerts, 5);

    private static SpikeSignal Signal(string series, SpikeLevel level) => new()
    {
        Series = series,
        Kind = SpikeKind.Sudden,
        Phase = SpikePhase.Started,
        Group = "volume",
        Onset = Samples.Noon,
        DetectedAt = Samples.Noon.AddMinutes(20),
        Scale = TimeSpan.FromMinutes(20),
        Observed = 50,
        Expected = 5,
        ExpectedLow = 1,
        ExpectedHigh = 10,
        ReturnPeriodDays = 40,
        PValue = 0.025,
        Severity = 2,
        Level = level,
        Completeness = 1,
        HistoryDays = 20,
    };
}

/// <summary>Rules asked without saying which alert would open.</summary>
internal static class IncidentRulesQuestions
{
    public static bool Opens(this IncidentRules rules, SpikeSignal signal) => rules.MayOpen(AlertComposer.IdOf("atlas", signal), signal);
}
