using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SocialListening.Platforms.Rss;

/// <summary>
/// Reads the dates of feeds: RFC 822 as RSS asks for it, with its common mistakes (wrong or missing weekday, no seconds, two-digit
/// year, zone names), RFC 3339 as Atom asks for it, and plain numeric forms. A date without a zone is taken as UTC.
/// </summary>
internal static partial class FeedDates
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly FrozenDictionary<string, int> ZoneMinutes = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["UT"] = 0,
        ["UTC"] = 0,
        ["GMT"] = 0,
        ["Z"] = 0,
        ["WET"] = 0,
        ["WEST"] = 60,
        ["BST"] = 60,
        ["CET"] = 60,
        ["CEST"] = 120,
        ["EET"] = 120,
        ["EEST"] = 180,
        ["EST"] = -300,
        ["EDT"] = -240,
        ["CST"] = -360,
        ["CDT"] = -300,
        ["MST"] = -420,
        ["MDT"] = -360,
        ["PST"] = -480,
        ["PDT"] = -420,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a date; <see langword="null"/> when it has no form known here or lies before 1990.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 100)
        {
            return null;
        }

        text = text.Trim();
        var date = Rfc822(text) ?? Numeric(text) ?? Iso(text);
        return date is { Year: >= 1990 } ? date.Value.ToUniversalTime() : null;
    }

    private static DateTimeOffset? Rfc822(string text)
    {
        var match = Rfc822Form().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var month = Array.IndexOf(Months, match.Groups["month"].Value[..3].ToLowerInvariant()) + 1;
        var year = Number(match, "year");
        year += match.Groups["year"].Length > 2 ? 0 : year < 70 ? 2000 : 1900;
        return month == 0 || Offset(match.Groups["zone"].Value) is not { } offset
            ? null
            : Build(year, month, Number(match, "day"), Number(match, "hour"), Number(match, "minute"), Number(match, "second"), offset);
    }

    private static DateTimeOffset? Numeric(string text)
    {
        var match = NumericForm().Match(text);
        if (!match.Success)
        {
            return null;
        }

        // Day first, as in most of the world, unless that makes no date.
        var (first, second, year) = (Number(match, "a"), Number(match, "b"), Number(match, "year"));
        var (day, month) = second > 12 ? (second, first) : (first, second);
        return Build(year, month, day, Number(match, "hour"), Number(match, "minute"), Number(match, "second"), TimeSpan.Zero);
    }

    private static DateTimeOffset? Iso(string text) => DateTimeOffset.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date) ? date : null;

    private static TimeSpan? Offset(string zone)
    {
        if (zone.Length == 0)
        {
            return TimeSpan.Zero;
        }

        if (zone[0] is '+' or '-')
        {
            var digits = zone[1..].Replace(":", "", StringComparison.Ordinal);
            var minutes = (int.Parse(digits[..2], CultureInfo.InvariantCulture) * 60) + int.Parse(digits[2..], CultureInfo.InvariantCulture);
            return minutes > 14 * 60 ? null : TimeSpan.FromMinutes(zone[0] == '-' ? -minutes : minutes);
        }

        // A zone without a known meaning is read as UTC, as RFC 2822 advises.
        return TimeSpan.FromMinutes(ZoneMinutes.GetValueOrDefault(zone));
    }

    private static DateTimeOffset? Build(int year, int month, int day, int hour, int minute, int second, TimeSpan offset) =>
        year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) && hour < 24 && minute < 60
            ? new DateTimeOffset(year, month, day, hour, minute, Math.Min(second, 59), offset)
            : null;

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^(?:[A-Za-z]{2,9}\.?,?\s+)?(?<day>\d{1,2})[\s-](?<month>[A-Za-z]{3,9})\.?[\s-](?<year>\d{4}|\d{2})(?:,?\s+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?\s*(?<zone>[+-]\d{2}:?\d{2}|[A-Za-z]{1,5})?)?(?:\s*\([^)]*\))?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Rfc822Form();

    [GeneratedRegex(
        @"^(?<a>\d{1,2})[/.](?<b>\d{1,2})[/.](?<year>\d{4})(?:,?\s+(?<hour>\d{1,2})[:h](?<minute>\d{2})(?::(?<second>\d{2}))?)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex NumericForm();
}
