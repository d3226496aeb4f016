using System.Globalization;

namespace SocialListening.Platforms.Mastodon;

/// <summary>
/// What is known of the order of status ids. A Mastodon server makes them of the creation time in milliseconds, shifted left by 16
/// bits; other servers that speak its API use any text, of which only the order inside a page is known.
/// </summary>
internal static class MastodonIds
{
    // Shorter numbers are counters of other servers, or of Mastodon before it made ids of time.
    private const long FirstTimeId = 10_000_000_000_000_000;

    /// <summary>Gives an id that lies a while before another one; ids that are not made of time come back as they are.</summary>
    public static string Before(string id, TimeSpan time) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= FirstTimeId
            ? Math.Max(0, number - ((long)time.TotalMilliseconds << 16)).ToString(CultureInfo.InvariantCulture)
            : id;

    /// <summary>Gives the newest id of a page. The page is newest first, which decides wherever ids are not all numbers.</summary>
    public static string Newest(IReadOnlyList<string> page) => AreNumbers(page) ? page.Aggregate((a, b) => Compare(a, b) >= 0 ? a : b) : page[0];

    /// <summary>Gives the oldest id of a page.</summary>
    public static string Oldest(IReadOnlyList<string> page) => AreNumbers(page) ? page.Aggregate((a, b) => Compare(a, b) <= 0 ? a : b) : page[^1];

    private static bool AreNumbers(IReadOnlyList<string> ids) => ids.All(id => id.All(char.IsAsciiDigit));

    private static int Compare(string a, string b) => a.Length != b.Length ? a.Length.CompareTo(b.Length) : string.CompareOrdinal(a, b);
}
