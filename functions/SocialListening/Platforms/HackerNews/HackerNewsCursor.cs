using System.Globalization;

namespace SocialListening.Platforms.HackerNews;

/// <summary>A place in the results: a page within the window of items made before an instant.</summary>
/// <param name="Before">The window's end in seconds since 1970, exclusive; fixed while its pages are read, so that new items do not shift them.</param>
/// <param name="Page">The page, from 0.</param>
internal readonly record struct HackerNewsCursor(long Before, int Page)
{
    /// <summary>Reads a page token; <see langword="null"/> when it is none.</summary>
    public static HackerNewsCursor? Parse(string? token)
    {
        var parts = token?.Split(':') ?? [];
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var before)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var page)
                ? new HackerNewsCursor(before, page)
                : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Before}:{Page}");
}
