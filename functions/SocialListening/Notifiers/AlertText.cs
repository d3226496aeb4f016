using System.Globalization;
using SocialListening.Contracts;

namespace SocialListening.Notifiers;

/// <summary>Says alerts in words.</summary>
internal static class AlertText
{
    private static readonly string[] Severities = ["minor", "moderate", "major", "extreme"];

    /// <summary>One sentence: what moved, how far, against which expectation.</summary>
    public static string Summary(Alert alert, Brand brand)
    {
        var what = What(alert, brand);
        if (alert.Status == AlertStatus.Ended)
        {
            return Invariant($"{brand.Name}: {what} is over after {Span((alert.EndedAtUtc ?? alert.UpdatedAtUtc) - alert.OnsetUtc)}.");
        }

        var change = alert.Revision == 1 ? what : $"{what} grows";
        return Invariant($"{brand.Name}: {change}, {SeverityOf(alert)}. {Numbers(alert)}");
    }

    /// <summary>The severity as a word.</summary>
    public static string SeverityOf(Alert alert) => Severities[Math.Clamp(alert.Severity, 1, Severities.Length) - 1];

    /// <summary>Observed against expected, and how rare that is.</summary>
    public static string Numbers(Alert alert)
    {
        var unit = alert.Kind == "negative-shift" ? "negative mentions" : MentionsOf(alert);
        return Invariant($"{alert.Observed:N0} {unit} in {Span(TimeSpan.FromMinutes(alert.ScaleMinutes))}, expected {alert.Expected:N1} ({alert.ExpectedLow:N0} to {alert.ExpectedHigh:N0}); {Rarity(alert.ReturnPeriodDays)}.");
    }

    /// <summary>What happens and where, for a headline: <c>sudden rise of mentions on bluesky</c>.</summary>
    public static string What(Alert alert, Brand brand)
    {
        var what = alert.Kind switch
        {
            "sudden" => $"sudden rise of {MentionsOf(alert)}",
            "slow-burn" => $"slow rise of {MentionsOf(alert)}",
            "viral-positive" => "viral praise",
            "negative-shift" => "turn to a negative tone",
            "coordinated-burst" => "copy-paste burst",
            "silence" => "silence where there was traffic",
            _ => alert.Kind,
        };
        var colon = alert.Series.IndexOf(':', StringComparison.Ordinal);
        var part = alert.Series[(colon + 1)..];
        return (colon < 0 ? alert.Series : alert.Series[..colon]) switch
        {
            "all" or "negative" => what,
            "platform" => $"{what} on {part}",
            "topic" => $"{what} in topic {brand.Topics.FirstOrDefault(topic => topic.Id == part)?.Name ?? part}",
            "tier" => $"{what} by {part} accounts",
            _ => $"{what} ({alert.Series})",
        };
    }

    private static string MentionsOf(Alert alert) => alert.Series == "negative" ? "negative mentions" : "mentions";

    // A return period is worked out from the spread of what was seen: it may be far longer than the history.
    private static string Rarity(double days) => days switch
    {
        >= 10_000 => "rarer than once in 27 years",
        < 1.5 => "as rare as once a day",
        _ => Invariant($"as rare as once in {days:N0} days"),
    };

    /// <summary>A length of time as people say it.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalMinutes: < 60 } => Invariant($"{span.TotalMinutes:F0} min"),
        { TotalHours: < 48 } => span.Minutes == 0 ? Invariant($"{(int)span.TotalHours} h") : Invariant($"{(int)span.TotalHours} h {span.Minutes} min"),
        _ => Invariant($"{span.TotalDays:F1} days"),
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
