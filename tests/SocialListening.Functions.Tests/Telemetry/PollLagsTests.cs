using SocialListening.Brands;
using SocialListening.Contracts;
using SocialListening.Functions.Telemetry;
using SocialListening.Insights;

namespace SocialListening.Functions.Tests.Telemetry;

public sealed class PollLagsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly Brand Cafe = new()
    {
        Id = "cafe",
        Name = "Café",
        Query = "café",
        Sources = [.. new[] { "a", "b" }.Select(id => new SourceQuery { Id = id, BrandId = "cafe", Platform = "rss", Cadence = TimeSpan.FromMinutes(5) })],
    };

    private readonly PollLags _lags = new(new BrandCatalog([Cafe]));

    [Fact]
    public void Worst_SourceBehind_IsWhatIsBeyondItsCadence() =>
        Assert.Equal(TimeSpan.FromMinutes(55), _lags.Worst(Report(Noon, Source("a", 3_600), Source("b", 10))));

    [Fact]
    public void Worst_EverySourceInTime_IsZero() => Assert.Equal(TimeSpan.Zero, _lags.Worst(Report(Noon, Source("a", 10), Source("b", null))));

    [Fact]
    public void Worst_SourceThatFailsFromItsFirstPollOn_CountsFromWhenThatWasSeen()
    {
        var failing = Source("a", null) with { ConsecutiveFailures = 2, Status = "failing" };

        Assert.Equal(TimeSpan.Zero, _lags.Worst(Report(Noon, failing)));
        Assert.Equal(TimeSpan.FromMinutes(115), _lags.Worst(Report(Noon.AddHours(2), failing)));
        Assert.Equal(TimeSpan.Zero, _lags.Worst(Report(Noon.AddHours(3), Source("a", 0))));
        Assert.Equal(TimeSpan.Zero, _lags.Worst(Report(Noon.AddHours(4), failing)));
    }

    [Fact]
    public void Worst_DisabledSource_DoesNotCount() =>
        Assert.Equal(TimeSpan.Zero, _lags.Worst(Report(Noon, Source("a", 86_400) with { Status = "disabled" })));

    private static Health Report(DateTimeOffset now, params SourceHealth[] sources) => new() { Status = "ok", NowUtc = now, Brands = new BrandHealth(1, 0, null, []), Sources = sources, Queues = [] };

    private static SourceHealth Source(string id, double? lag) => new() { SourceId = id, Platform = "rss", Status = "ok", LagSeconds = lag };
}
