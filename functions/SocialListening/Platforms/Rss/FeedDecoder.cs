using System.Text;
using System.Text.RegularExpressions;

namespace SocialListening.Platforms.Rss;

/// <summary>
/// Finds the encoding of a feed: byte order mark, then the content type's charset, then the XML declaration, then UTF-8 (RFC 7303).
/// A claim that the bytes do not bear out is passed over; windows-1252, which any bytes bear out, comes last.
/// </summary>
internal static partial class FeedDecoder
{
    private const string LastResort = "windows-1252";

    /// <summary>Decodes a body.</summary>
    /// <param name="body">The bytes.</param>
    /// <param name="charset">The charset of the content type, if any.</param>
    public static string Decode(ReadOnlySpan<byte> body, string? charset)
    {
        if (Marked(body) is { } marked)
        {
            return marked.Encoding.GetString(body[marked.Length..]);
        }

        foreach (var name in (string?[])[charset, Declared(body), "utf-8", LastResort])
        {
            if (name is not null && Find(name) is { } encoding && TryDecode(encoding, body) is { } text)
            {
                return text;
            }
        }

        return Encoding.Latin1.GetString(body);
    }

    private static (Encoding Encoding, int Length)? Marked(ReadOnlySpan<byte> body) => body switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        [0x3C, 0, _, 0, ..] => (Encoding.Unicode, 0),
        [0, 0x3C, 0, _, ..] => (Encoding.BigEndianUnicode, 0),
        _ => null,
    };

    private static string? Declared(ReadOnlySpan<byte> body)
    {
        var start = Encoding.Latin1.GetString(body[..Math.Min(body.Length, 256)]);
        var match = Declaration().Match(start);
        return match.Success ? match.Groups[1].Value : null;
    }

    private static Encoding? Find(string name)
    {
        // What calls itself Latin-1 or ASCII is read as windows-1252 by every browser, since that is what it mostly is.
        name = name.ToLowerInvariant() is "iso-8859-1" or "latin1" or "us-ascii" or "ascii" ? LastResort : name;
        try
        {
            var found = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);

            // Sixteen-bit encodings were told by their first bytes; a claim without those is wrong.
            return found.CodePage is 1200 or 1201 or 12000 or 12001 or 65000 ? null
                : Encoding.GetEncoding(found.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (NotSupportedException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
    }

    private static string? TryDecode(Encoding encoding, ReadOnlySpan<byte> body)
    {
        try
        {
            return encoding.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    [GeneratedRegex("""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']""", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
