using System.Globalization;
using System.Text;

namespace SocialListening.Functions.Azure.Language;

/// <summary>
/// A text within the service's limit of 5,120 text elements
/// (https://learn.microsoft.com/azure/ai-services/language-service/concepts/data-limits), cut between two of them.
/// </summary>
/// <param name="Text">The text as sent: well-formed UTF-16.</param>
/// <param name="Elements">Its text elements.</param>
/// <param name="Truncated">Whether something was cut off.</param>
internal sealed record DocumentText(string Text, int Elements, bool Truncated)
{
    /// <summary>The most text elements in a document.</summary>
    public const int MaxElements = 5120;

    /// <summary>Text elements in one billed record.</summary>
    public const int ElementsPerRecord = 1000;

    /// <summary>Records that one analysis of the text bills: one for each 1,000 text elements begun.</summary>
    public int Records => Math.Max(1, (Elements + ElementsPerRecord - 1) / ElementsPerRecord);

    /// <summary>Makes a text fit. Offsets into what is left stay right: a lone surrogate becomes U+FFFD, one unit for one.</summary>
    /// <param name="text">The text.</param>
    public static DocumentText Of(string text)
    {
        text = WellFormed(text);
        int elements = 0, at = 0;
        while (at < text.Length && elements < MaxElements)
        {
            at += StringInfo.GetNextTextElementLength(text.AsSpan(at));
            elements++;
        }

        return at < text.Length ? new DocumentText(text[..at], elements, true) : new DocumentText(text, elements, false);
    }

    private static string WellFormed(string text)
    {
        var bad = -1;
        for (var i = 0; i < text.Length && bad < 0; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                bad = i;
            }
        }

        // A text encodes to UTF-8 with U+FFFD for each lone surrogate.
        return bad < 0 ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
    }
}
