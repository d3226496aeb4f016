using System.Globalization;
using SocialListening.Contracts;
using SocialListening.Notifiers;

namespace SocialListening.Functions.Terminal;

/// <summary>Lays an alert out in lines for a terminal.</summary>
internal static class AlertLines
{
    // Less would be shown as 0 %.
    private const double LeastShare = 0.005;

    public static IEnumerable<string> Of(Alert alert, Brand brand)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(brand.TimeZone);
        yield return $"{Mark(alert)} {Local(alert.UpdatedAtUtc, zone)}  {AlertText.Summary(alert, brand)}";
        if (alert.Status == AlertStatus.Ended)
        {
            yield break;
        }

        var honesty = alert.Completeness < 0.995 ? Invariant($"only {alert.Completeness:P0} of the data is in") : "data complete";
        var young = alert.HistoryDays < 7 ? Invariant($"; only {alert.HistoryDays:F1} days of history, so the range is wide") : string.Empty;
        yield return $"    began     {Local(alert.OnsetUtc, zone)} ({brand.TimeZone}); {honesty}{young}";
        foreach (var group in alert.Drivers.Where(driver => driver.Share >= LeastShare).GroupBy(driver => driver.Kind, StringComparer.Ordinal))
        {
            yield return $"    {group.Key,-9} {string.Join(", ", group.Select(driver => Invariant($"{driver.Value} {driver.Share:P0}")))}";
        }

        foreach (var post in alert.Posts.Take(3))
        {
            yield return Invariant($"    post      {(post.Permalink.Length > 0 ? post.Permalink : post.MentionId)}  ({post.Sentiment.ToString().ToLowerInvariant()}, {post.Reach:N0} {(post.Reach == 1 ? "reaction" : "reactions")})");
        }

        yield return $"    act       {Advice(alert)}";
    }

    private static string Mark(Alert alert) => alert.Status == AlertStatus.Ended ? "[ended]" : alert.Revision == 1 ? "[ALERT]" : "[update]";

    private static string Advice(Alert alert) => alert.Kind switch
    {
        "viral-positive" => "read a few first: if it is praise, thank people while it lasts and warn the places named of visitors.",
        "coordinated-burst" => "do not answer each post; report the accounts to the platform and prepare one public answer.",
        "silence" => "check the sources in /api/health: collection may have stopped.",
        _ when alert.Posts.Count == 0 => "read what is posted now in /api/brands/" + alert.BrandId + "/mentions, and name who answers.",
        "negative-shift" => "read the posts above for what people mind; volume is usual, tone is not.",
        _ => "read the posts above, name who answers, and publish a first answer before the peak.",
    };

    private static string Local(DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
