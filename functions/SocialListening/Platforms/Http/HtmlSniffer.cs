namespace SocialListening.Platforms.Http;

/// <summary>Tells a web page from data by its first characters.</summary>
internal static class HtmlSniffer
{
    /// <summary>Whether a body begins as a web page does, after white space and a byte order mark.</summary>
    public static bool LooksLikeHtml(ReadOnlySpan<byte> body)
    {
        var start = body;
        if (start.StartsWith("\uFEFF"u8))
        {
            start = start[3..];
        }

        start = start[..Math.Min(start.Length, 512)].TrimStart(" \t\r\n"u8);
        return StartsWith(start, "<!doctype html"u8) || StartsWith(start, "<html"u8);
    }

    private static bool StartsWith(ReadOnlySpan<byte> body, ReadOnlySpan<byte> lowerCase) =>
        body.Length >= lowerCase.Length && System.Text.Ascii.EqualsIgnoreCase(body[..lowerCase.Length], lowerCase);
}
