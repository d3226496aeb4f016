namespace SocialListening.Scoring.Embedded.Redaction;

/// <summary>Finds payment card numbers: 13 to 19 digits, first digit 2 to 6, with the right Luhn digit.</summary>
internal static class CardFinder
{
    private const int Shortest = 13;
    private const int Longest = 19;

    /// <summary>Adds every card number, in one piece or in groups.</summary>
    public static void Find(string text, PiiSpans found)
    {
        var run = new DigitRun(stackalloc char[DigitRun.Capacity], stackalloc int[DigitRun.Capacity]);
        for (var i = 0; i + Shortest <= text.Length; i++)
        {
            if (text[i] is < '2' or > '6' || !DigitRun.StartsAt(text, i))
            {
                continue;
            }

            run.Read(text, i, " -.\u00A0\u202F");
            for (var count = Math.Min(run.Count, Longest); count >= Shortest; count--)
            {
                if (run.EndsAt(text, count - 1) && HasLuhnDigit(run.Digits[..count]))
                {
                    found.Add(i, run.End(count - 1) - i, PiiKinds.Card);
                    break;
                }
            }
        }
    }

    private static bool HasLuhnDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            digit = i % 2 == 1 ? 2 * digit : digit;
            sum += digit > 9 ? digit - 9 : digit;
        }

        return sum % 10 == 0;
    }
}
