using System.Buffers.Text;
using System.Globalization;
using System.Text;
using SocialListening.Storage;

namespace SocialListening.Insights;

/// <summary>Writes cursors as text that fits into an address, and reads them back.</summary>
public static class CursorText
{
    /// <summary>Gives the text of a cursor.</summary>
    /// <param name="cursor">The cursor.</param>
    public static string Write(MentionCursor cursor) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{cursor.CreatedAtUtc.UtcTicks}|{cursor.MentionId}")));

    /// <summary>Reads a cursor.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cursor">The cursor, or <see langword="null"/>.</param>
    /// <returns><see langword="false"/> when it is no cursor.</returns>
    public static bool TryRead(string text, out MentionCursor? cursor)
    {
        cursor = null;
        if (text.Length > 2_000 || !Base64Url.IsValid(text))
        {
            return false;
        }

        var plain = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text));
        var bar = plain.IndexOf('|', StringComparison.Ordinal);
        if (bar <= 0
            || !long.TryParse(plain.AsSpan(0, bar), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            || ticks > DateTimeOffset.MaxValue.UtcTicks)
        {
            return false;
        }

        cursor = new MentionCursor(new DateTimeOffset(ticks, TimeSpan.Zero), plain[(bar + 1)..]);
        return true;
    }
}
