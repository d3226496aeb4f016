using System.Globalization;

namespace SocialListening.Scoring.Embedded.Redaction;

/// <summary>
/// Finds French social security numbers: sex, year, month, department, commune, order and the key, which is 97 less
/// the remainder of the thirteen digits by 97. Corsica's 2A counts as 19 and 2B as 18.
/// </summary>
internal static class FrenchNirFinder
{
    private const int Characters = 15;

    /// <summary>Adds every number with its key, in one piece or in groups.</summary>
    public static void Find(string text, PiiSpans found)
    {
        Span<char> number = stackalloc char[Characters];
        for (var i = 0; i + Characters <= text.Length; i++)
        {
            if (text[i] is not ('1' or '2' or '3' or '4' or '7' or '8') || !DigitRun.StartsAt(text, i))
            {
                continue;
            }

            var end = Read(text, i, number);
            if (end > 0 && IsValid(number))
            {
                found.Add(i, end - i, PiiKinds.FrenchNir);
            }
        }
    }

    private static int Read(string text, int start, Span<char> number)
    {
        var count = 0;
        var at = start;
        while (at < text.Length && count < Characters)
        {
            var c = char.ToUpperInvariant(text[at]);
            if (char.IsAsciiDigit(c) || (count == 6 && c is 'A' or 'B'))
            {
                number[count++] = c;
            }
            else if (!(c is ' ' or '.' or '-' or '/' or '\u00A0' or '\u202F') || !char.IsAsciiLetterOrDigit(text[at - 1]))
            {
                return 0;
            }

            at++;
        }

        return count == Characters && (at == text.Length || !char.IsLetterOrDigit(text[at])) ? at : 0;
    }

    private static bool IsValid(Span<char> number)
    {
        var month = ((number[3] - '0') * 10) + (number[4] - '0');
        if (month is 0 or (> 12 and < 20) or (> 42 and < 50))
        {
            return false;
        }

        Span<char> digits = stackalloc char[13];
        number[..13].CopyTo(digits);
        if (digits[6] is 'A' or 'B')
        {
            if (digits[5] != '2')
            {
                return false;
            }

            (digits[5], digits[6]) = ('1', digits[6] == 'A' ? '9' : '8');
        }

        var key = ((number[13] - '0') * 10) + (number[14] - '0');
        return 97 - (long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) % 97) == key;
    }
}
