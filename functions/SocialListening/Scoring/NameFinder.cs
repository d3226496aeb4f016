using System.Globalization;
using System.Text;

namespace SocialListening.Scoring;

/// <summary>
/// Finds names in texts whatever their case and accents, written apart or together: <c>Solidarité Atlas</c> also as
/// <c>#SolidariteAtlas</c>. A name begins and ends at the edge of a word. Safe for many threads.
/// </summary>
internal sealed class NameFinder
{
    // Letters of Latin, Greek and Cyrillic without their accents, in lower case; others stay as they are.
    private static readonly char[] Folds = [.. Enumerable.Range(0, 0x530).Select(code => FoldOf((char)code))];

    private const int MaxGap = 3;

    private readonly string[] _names;

    /// <summary>Finds these names; one without a letter or digit is never found.</summary>
    /// <param name="names">The names.</param>
    public NameFinder(IEnumerable<string> names) =>
        _names = [.. names.Select(Letters).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).OrderByDescending(name => name.Length)];

    /// <summary>Gives where names stand, in the order of the text, without overlaps.</summary>
    /// <param name="text">The text.</param>
    public IReadOnlyList<Range> Find(string text)
    {
        List<Range>? found = null;
        var inWord = false;
        for (var i = 0; i < text.Length; i++)
        {
            var isLetter = IsPart(text[i]);
            if (isLetter && !inWord && EndOfName(text, i) is var end && end > 0)
            {
                (found ??= []).Add(i..end);
                i = end - 1;
            }

            inWord = isLetter;
        }

        return found ?? (IReadOnlyList<Range>)[];
    }

    private int EndOfName(string text, int start)
    {
        foreach (var name in _names)
        {
            if (name[0] == Fold(text[start]) && EndOf(name, text, start) is var end && end > 0)
            {
                return end;
            }
        }

        return 0;
    }

    // Signs that are no letters may stand between the letters of a name: a blank, a hyphen, an underscore, ' & '.
    private static int EndOf(string name, string text, int start)
    {
        var matched = 0;
        var gap = 0;
        var at = start;
        while (at < text.Length && matched < name.Length)
        {
            var c = text[at++];
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (!IsPart(c))
            {
                if (++gap > MaxGap)
                {
                    return 0;
                }

                continue;
            }

            gap = 0;
            if (Fold(c) != name[matched++])
            {
                return 0;
            }
        }

        while (at < text.Length && CharUnicodeInfo.GetUnicodeCategory(text[at]) == UnicodeCategory.NonSpacingMark)
        {
            at++;
        }

        return matched == name.Length && (at == text.Length || !IsPart(text[at])) ? at : 0;
    }

    private static string Letters(string name) =>
        new([.. name.Normalize(NormalizationForm.FormC).Where(IsPart).Select(Fold)]);

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c);

    private static char Fold(char c) => c < Folds.Length ? Folds[c] : char.ToLowerInvariant(c);

    private static char FoldOf(char c) => char.ToLowerInvariant(char.IsLetter(c) ? c.ToString().Normalize(NormalizationForm.FormD)[0] : c);
}
