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
            var length = isInternational ? International(run, text) : National(run, text, i);
            if (length > 0)
            {
                found.Add(start, run.End(length - 1) - start, PiiKinds.Phone);
                i = run.End(length - 1) - 1;
            }
        }
    }

    // Brackets and blanks may follow each other: '+33 (0)6 12 …'.
    private static void Read(string text, int start, ref DigitRun run) => run.Read(text, start, Separators, most: 2);

    private static int International(DigitRun run, string text) =>
        run.Count is >= 8 and <= 16 && run.EndsAt(text, run.Count - 1) ? run.Count : 0;

    private static int National(DigitRun run, string text, int start)
    {
        var digits = run.Digits;
        if (digits.StartsWith("00") && run.Count is >= 11 and <= 17 && digits[2] != '0')
        {
            return run.EndsAt(text, run.Count - 1) ? run.Count : 0;
        }

        // '0.12' and '0 12' are numbers, not area codes: the digit after the 0 has to touch it.
        if (digits[0] == '0' && digits.Length > 1 && digits[1] != '0' && run.End(1) - start == 2)
        {
            return run.Count is >= 9 and <= 11 && run.EndsAt(text, run.Count - 1) ? run.Count : 0;
        }

        var isGrouped = run.Count == 10 && digits[0] is >= '2' and <= '9' && run.EndsAt(text, 9)
            && run.End(2) - start == 3 && run.End(3) - run.End(2) > 1
            && run.End(5) - run.End(3) == 2 && run.End(6) - run.End(5) > 1 && run.End(9) - run.End(6) == 3;
        return isGrouped ? 10 : 0;
    }
}
