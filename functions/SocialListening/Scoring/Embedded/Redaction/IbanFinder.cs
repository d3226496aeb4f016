using System.Globalization;

namespace SocialListening.Scoring.Embedded.Redaction;

/// <summary>Finds international bank account numbers by country, length and check digits (ISO 13616, ISO 7064 MOD 97-10).</summary>
internal static class IbanFinder
{
    private const string CountriesWithLengths =
        "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 "
        + "EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 "
        + "JO30 KW30 KZ20 LB28 LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 "
        + "PL28 PS29 PT25 QA29 RO24 RS22 SA24 SE24 SI19 SK24 SM27 TN24 TR26 UA29 VG24 XK20";

    private static readonly Dictionary<string, int> Lengths = CountriesWithLengths.Split(' ').ToDictionary(
        entry => entry[..2], entry => int.Parse(entry.AsSpan(2), CultureInfo.InvariantCulture), StringComparer.Ordinal);

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
