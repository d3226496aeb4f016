using System.Globalization;
using System.Text.RegularExpressions;

namespace SocialListening.Functions.Http;

/// <summary>Reads times of queries: ISO 8601 (RFC 3339) with or without seconds, or a day alone.</summary>
internal static partial class InstantText
{
    /// <summary>The first year that is read. No platform is older, and windows before it cannot leave the calendar.</summary>
    public const int FirstYear = 2000;

    /// <summary>The last year that is read.</summary>
    public const int LastYear = 2100;

    /// <summary>Reads a time.</summary>
    /// <param name="text">The text. A blank may stand for the T, and for the plus sign of an offset that nobody escaped.</param>
    /// <param name="instant">The time; UTC when the text has no offset, midnight when it has no time of day.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryRead(string text, out DateTimeOffset instant)
    {
        instant = default;
        if (Form().Match(text) is not { Success: true } match)
        {
            return false;
        }

        var time = match.Groups["time"] is { Success: true } given ? given.Value : "00:00";
        var offset = match.Groups["offset"].Value.Replace(' ', '+').ToUpperInvariant();
        return DateTimeOffset.TryParse($"{match.Groups["day"].Value}T{time}{offset}", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant)
            && instant.Year is >= FirstYear and <= LastYear;
    }

    [GeneratedRegex(@"^(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})([Tt ](?<time>[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,7})?)?)(?<offset>[Zz]|[-+ ][0-9]{2}:[0-9]{2})?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
