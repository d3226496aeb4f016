using SocialListening.Contracts;
using SocialListening.Functions.Terminal;

namespace SocialListening.Functions.Tests.Terminal;

public sealed class AlertLinesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 20, 12, 0, 0, TimeSpan.Zero);

    private static readonly Brand Cafe = new() { Id = "cafe", Name = "Boréal Café", Query = "café", TimeZone = "Europe/Paris", Sources = [] };

    [Fact]
    public void WriteAlert_HostileLinkAndWord_CannotSteerTheTerminal()
    {
        var written = new StringWriter { NewLine = "\n" };
        var alert = Alert([new AlertPost("x:1", "https://x.invalid/\u001b[2J\u202Egpj\r", "x", SentimentLabel.Negative, 2)], [new AlertDriver("term", "mot\u009b31m\u2028x", 0.5, 4)]);

        new RunConsole(written, interactive: false).WriteAlert(alert, Cafe);

        Assert.DoesNotContain(written.ToString(), c => (char.IsControl(c) && c != '\n') || c is '\u202E' or '\u2028');
        Assert.Contains("post      https://x.invalid/\uFFFD[2J\uFFFDgpj\uFFFD  (negative, 2 reactions)\n", written.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_PostWithoutALink_NamesItsId()
    {
        var lines = AlertLines.Of(Alert([new AlertPost("mastodon:tag:1", "", "mastodon", SentimentLabel.Neutral, 1)], []), Cafe);

        Assert.Contains("    post      mastodon:tag:1  (neutral, 1 reaction)", lines);
    }

    [Fact]
    public void Of_AlertWithoutPosts_DoesNotSendTheReaderToThem()
    {
        var lines = AlertLines.Of(Alert([], []), Cafe).ToArray();

        Assert.DoesNotContain("posts above", lines[^1], StringComparison.Ordinal);
        Assert.Contains("/api/brands/cafe/mentions", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ShareThatRoundsToNothing_IsLeftOut()
    {
        var lines = AlertLines.Of(Alert([], [new AlertDriver("tier", "nano", 0.83, 830), new AlertDriver("tier", "mega", 0.001, 1), new AlertDriver("topic", "Appli", 0.004, 4)]), Cafe).ToArray();

        Assert.Contains("    tier      nano 83 %", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("    topic", StringComparison.Ordinal));
    }

    private static Alert Alert(IReadOnlyList<AlertPost> posts, IReadOnlyList<AlertDriver> drivers) => new()
    {
        Id = AlertId.Of("cafe", "all/volume", Noon),
        BrandId = "cafe",
        Series = "all",
        Kind = "sudden",
        Status = AlertStatus.Open,
        Revision = 1,
        Severity = 2,
        OnsetUtc = Noon,
        DetectedAtUtc = Noon,
        UpdatedAtUtc = Noon,
        Observed = 9,
        Expected = 1,
        ExpectedLow = 0,
        ExpectedHigh = 3,
        ScaleMinutes = 20,
        PValue = 0.01,
        ReturnPeriodDays = 34,
        HistoryDays = 30,
        Completeness = 1,
        Posts = posts,
        Drivers = drivers,
        Detector = "test/1",
    };
}
