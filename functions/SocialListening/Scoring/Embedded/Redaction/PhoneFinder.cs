namespace SocialListening.Scoring.Embedded.Redaction;

/// <summary>
/// Finds telephone numbers: a plus or 00 and 8 to 15 digits (ITU-T E.164), a leading 0 and 9 to 11 digits in all, or
/// three groups of 3, 3 and 4 digits.
/// </summary>
internal static class PhoneFinder
{
    private const string Separators = " .-/()\u00A0\u202F\u2011";

    /// <summary>Adds every number.</summary>
    public static void Find(string text, PiiSpans found)
    {
        var run = new DigitRun(stackalloc char[DigitRun.Capacity], stackalloc int[DigitRun.Capacity]);
        var lastEnd = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            var isInternational = text[i] == '+' && i + 1 < text.Length && (i == 0 || !char.IsLetterOrDigit(text[i - 1]));
            if (isInternational)
            {
                i++;
            }

            var opens = i + 1 < text.Length && text[i] == '(' && char.IsAsciiDigit(text[i + 1]);
            if (opens)
            {
                i++;
            }

            if (!(isInternational || opens ? char.IsAsciiDigit(text[i]) : DigitRun.StartsAt(text, i)))
            {
                continue;
            }

            Read(text, i, ref run);
            var length = isInternational ? Longest(run, text, fewest: 8, most: 16) : National(run, text, i, BeginsRun(text, start, lastEnd));
            if (length > 0)
            {
                lastEnd = run.End(length - 1);
                found.Add(start, lastEnd - start, PiiKinds.Phone);
                i = lastEnd - 1;
            }
        }
    }

    // Brackets and blanks may follow each other: '+33 (0)6 12 …'.
    private static void Read(string text, int start, ref DigitRun run) => run.Read(text, start, Separators, most: 2);

    // What stands behind a number may be one too: '06 12 34 56 78 24h/24', '06 12 34 56 78 75011 Paris'. So the longest length that
    // a number may have and that ends where a group of digits does is taken.
    private static int Longest(DigitRun run, string text, int fewest, int most)
    {
        for (var count = Math.Min(run.Count, most); count >= fewest; count--)
        {
            if (run.EndsAt(text, count - 1))
            {
                return count;
            }
        }

        return 0;
    }

    // Whether no other digits stand right before it, but those of a number that was found.
    private static bool BeginsRun(string text, int start, int lastEnd)
    {
        var before = start - 1;
        while (before >= lastEnd && start - before <= 2 && Separators.Contains(text[before]))
        {
            before--;
        }

        return before < lastEnd || !char.IsAsciiDigit(text[before]);
    }

    private static int National(DigitRun run, string text, int start, bool beginsRun)
    {
        var digits = run.Digits;
        if (digits.StartsWith("00") && run.Count >= 11 && digits[2] != '0')
        {
            return Longest(run, text, fewest: beginsRun ? 11 : Math.Max(run.Count, 11), most: 17);
        }

        // '0.12' and '0 12' are numbers, not area codes: the digit after the 0 has to touch it.
        if (digits[0] == '0' && digits.Length > 1 && digits[1] != '0' && run.End(1) - start == 2)
        {
            return Longest(run, text, fewest: beginsRun ? 9 : Math.Max(run.Count, 9), most: 11);
        }

        var isGrouped = run.Count >= 10 && digits[0] is >= '2' and <= '9' && run.EndsAt(text, 9)
            && run.End(2) - start == 3 && run.End(3) - run.End(2) > 1
            && run.End(5) - run.End(3) == 2 && run.End(6) - run.End(5) > 1 && run.End(9) - run.End(6) == 3;
        return isGrouped ? 10 : 0;
    }
}
