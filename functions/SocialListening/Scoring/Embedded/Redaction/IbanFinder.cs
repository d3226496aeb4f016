namespace SocialListening.Scoring.Embedded.Redaction;

/// <summary>Finds international bank account numbers by country, length and check digits (ISO 13616, ISO 7064 MOD 97-10).</summary>
internal static class IbanFinder
{
    private static readonly Dictionary<string, int> Lengths = new(StringComparer.Ordinal)
    {
        ["AD"] = 24, ["AE"] = 23, ["AL"] = 28, ["AT"] = 20, ["AZ"] = 28, ["BA"] = 20, ["BE"] = 16, ["BG"] = 22, ["BH"] = 22,
        ["BR"] = 29, ["CH"] = 21, ["CR"] = 22, ["CY"] = 28, ["CZ"] = 24, ["DE"] = 22, ["DK"] = 18, ["DO"] = 28, ["EE"] = 20,
        ["EG"] = 29, ["ES"] = 24, ["FI"] = 18, ["FO"] = 18, ["FR"] = 27, ["GB"] = 22, ["GE"] = 22, ["GI"] = 23, ["GL"] = 18,
        ["GR"] = 27, ["GT"] = 28, ["HR"] = 21, ["HU"] = 28, ["IE"] = 22, ["IL"] = 23, ["IQ"] = 23, ["IS"] = 26, ["IT"] = 27,
        ["JO"] = 30, ["KW"] = 30, ["KZ"] = 20, ["LB"] = 28, ["LI"] = 21, ["LT"] = 20, ["LU"] = 20, ["LV"] = 21, ["MC"] = 27,
        ["MD"] = 24, ["ME"] = 22, ["MK"] = 19, ["MR"] = 27, ["MT"] = 31, ["MU"] = 30, ["NL"] = 18, ["NO"] = 15, ["PK"] = 24,
        ["PL"] = 28, ["PS"] = 29, ["PT"] = 25, ["QA"] = 29, ["RO"] = 24, ["RS"] = 22, ["SA"] = 24, ["SE"] = 24, ["SI"] = 19,
        ["SK"] = 24, ["SM"] = 27, ["TN"] = 24, ["TR"] = 26, ["UA"] = 29, ["VG"] = 24, ["XK"] = 20,
    };

    private static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ByCountry =
        Lengths.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds every account number, written with or without blanks.</summary>
    public static void Find(string text, PiiSpans found)
    {
        Span<char> country = stackalloc char[2];
        for (var i = 0; i + 15 <= text.Length; i++)
        {
            if (!char.IsAsciiLetter(text[i]) || !char.IsAsciiLetter(text[i + 1]) || !char.IsAsciiDigit(text[i + 2])
                || (i > 0 && char.IsLetterOrDigit(text[i - 1])))
            {
                continue;
            }

            country[0] = char.ToUpperInvariant(text[i]);
            country[1] = char.ToUpperInvariant(text[i + 1]);
            if (ByCountry.TryGetValue(country, out var length) && End(text, i, length) is var end && end > 0)
            {
                found.Add(i, end - i, PiiKinds.Iban);
                i = end - 1;
            }
        }
    }

    // The offset behind the number when it has its length and its check digits, 0 when not.
    private static int End(string text, int start, int length)
    {
        Span<char> characters = stackalloc char[34];
        var count = 0;
        var at = start;
        while (at < text.Length && count < length)
        {
            var c = text[at];
            if (char.IsAsciiLetterOrDigit(c))
            {
                characters[count++] = char.ToUpperInvariant(c);
            }
            else if (!(c is ' ' or '\u00A0' or '\u202F' or '-') || !char.IsAsciiLetterOrDigit(text[at - 1]))
            {
                return 0;
            }

            at++;
        }

        var isWhole = count == length && (at == text.Length || !char.IsLetterOrDigit(text[at]));
        return isWhole && Remainder(characters[..count]) == 1 ? at : 0;
    }

    private static int Remainder(ReadOnlySpan<char> characters)
    {
        var remainder = 0;
        for (var i = 0; i < characters.Length; i++)
        {
            var c = characters[(i + 4) % characters.Length];
            remainder = char.IsAsciiDigit(c)
                ? ((remainder * 10) + (c - '0')) % 97
                : ((remainder * 100) + (c - 'A' + 10)) % 97;
        }

        return remainder;
    }
}
