using System.Globalization;
using SocialListening.Contracts;

namespace SocialListening.Notifiers;

/// <summary>Says alerts in words.</summary>
internal static class AlertText
{
    private static readonly string[] Severities = ["minor", "moderate", "major", "extreme"];

    /// <summary>One sentence: what moved, how far, against which expectation.</summary>
    public static string Summary(Alert alert, string brandName)
    {
        var what = What(alert);
        if (alert.Status == AlertStatus.Ended)
        {
            return Invariant($"{brandName}: {what} is over after {Span((alert.EndedAtUtc ?? alert.UpdatedAtUtc) - alert.OnsetUtc)}.");
        }

        var change = alert.Revision == 1 ? what : $"{what} grows";
        return Invariant($"{brandName}: {change}, {SeverityOf(alert)}. {Numbers(alert)}");
    }

    /// <summary>The severity as a word.</summary>
    public static string SeverityOf(Alert alert) => Severities[Math.Clamp(alert.Severity, 1, Severities.Length) - 1];

    /// <summary>Observed against expected, and how rare that is.</summary>
    public static string Numbers(Alert alert)
    {
        var unit = alert.Kind == "negative-shift" ? "negative mentions" : "mentions";
        var rarity = alert.ReturnPeriodDays >= 10_000
            ? "never seen before"
            : Invariant($"seen once in {Math.Max(1, alert.ReturnPeriodDays):N0} days");
        return Invariant($"{alert.Observed:N0} {unit} in {Span(TimeSpan.FromMinutes(alert.ScaleMinutes))}, expected {alert.Expected:N1} ({alert.ExpectedLow:N0} to {alert.ExpectedHigh:N0}); {rarity}.");
    }

    /// <summary>What happens, for a headline.</summary>
    public static string What(Alert alert)
    {
        var what = alert.Kind switch
        {
            "sudden" => "sudden rise of mentions",
            "slow-burn" => "slow rise of mentions",
            "viral-positive" => "viral praise",
            "negative-shift" => "tone turns negative",
            "coordinated-burst" => "copy-paste burst",
            "silence" => "silence where there was traffic",
            _ => alert.Kind,
        };
        return alert.Series == "all" ? what : $"{what} ({alert.Series})";
    }

    /// <summary>A length of time as people say it.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalMinutes: < 60 } => Invariant($"{span.TotalMinutes:F0} min"),
        { TotalHours: < 48 } => span.Minutes == 0 ? Invariant($"{(int)span.TotalHours} h") : Invariant($"{(int)span.TotalHours} h {span.Minutes} min"),
        _ => Invariant($"{span.TotalDays:F1} days"),
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
