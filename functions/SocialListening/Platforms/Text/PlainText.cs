using System.Net;
using System.Text;

namespace SocialListening.Platforms.Text;

/// <summary>
/// Makes the text of a mention as a person reads it: no markup, entities decoded once, no control characters but line feed and tab,
/// no lone surrogates, at most 100,000 characters. Characters are kept as they were composed; bringing them to one form is matching's work.
/// </summary>
internal static class PlainText
{
    /// <summary>The most characters that a mention's text has.</summary>
    public const int MaxLength = 100_000;

    /// <summary>Cleans text that is plain already.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var kept = new StringBuilder(Math.Min(text.Length, MaxLength));
        for (var i = 0; i < text.Length && kept.Length < MaxLength; i++)
        {
            var c = text[i];
            if (c == '\r')
            {
                if (i + 1 >= text.Length || text[i + 1] != '\n')
                {
                    kept.Append('\n');
                }
            }
            else if (c is '\n' or '\t' || (!char.IsControl(c) && !char.IsSurrogate(c) && c is not ('\uFFFE' or '\uFFFF')))
            {
                kept.Append(c);
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                if (kept.Length + 2 > MaxLength)
                {
                    break;
                }

                kept.Append(c).Append(text[++i]);
            }
        }

        return kept.ToString().Trim();
    }

    /// <summary>Cleans plain text in which characters stand as HTML entities, decoding them once.</summary>
    public static string Decode(string? text) => Clean(WebUtility.HtmlDecode(text));

    /// <summary>Cleans HTML, or text that may be HTML: without a tag its lines are kept.</summary>
    public static string FromHtml(string? html) => string.IsNullOrEmpty(html) ? ""
        : html.Contains('<', StringComparison.Ordinal) ? Clean(HtmlText.Read(html))
        : Decode(html);

    /// <summary>Puts the parts that hold something below each other.</summary>
    public static string Join(params ReadOnlySpan<string?> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            if (!string.IsNullOrWhiteSpace(part))
            {
                text.Append(text.Length > 0 ? "\n" : "").Append(part);
            }
        }

        return Clean(text.ToString());
    }

    /// <summary>A short one-line field such as a name, cleaned and cut; <see langword="null"/> when nothing is left.</summary>
    public static string? Line(string? text, int maxLength = 256)
    {
        var line = Clean(text).Replace('\n', ' ').Replace('\t', ' ');
        if (line.Length > maxLength)
        {
            line = line[..(char.IsHighSurrogate(line[maxLength - 1]) ? maxLength - 1 : maxLength)];
        }

        return line.Length == 0 ? null : line;
    }
}
