using System.Globalization;
using System.Text;

namespace SocialListening.Scoring.Embedded.Text;

/// <summary>
/// Case, presentation-form and accent folding as three arrays over the basic plane, so that the inner loop does one
/// read per character and no call into the globalisation library.
/// </summary>
internal static class CharTable
{
    private const int Size = 0x10000;

    private static readonly CharKind[] Kinds = new CharKind[Size];
    private static readonly char[] LowerCase = new char[Size];
    private static readonly char[] Folded = new char[Size];

    static CharTable()
    {
        for (var code = 0; code < Size; code++)
        {
            var c = (char)code;
            Kinds[code] = Classify(c);
            LowerCase[code] = Kinds[code] == CharKind.Apostrophe ? '\'' : char.ToLowerInvariant(c);
        }

        for (var code = 0xFB50; code < 0xFF00; code++)
        {
            if (Kinds[code] == CharKind.Letter)
            {
                LowerCase[code] = ((char)code).ToString().Normalize(NormalizationForm.FormKC)[0];
            }
        }

        for (var code = 0; code < Size; code++)
        {
            LowerCase[code] = UnifyArabic(LowerCase[code]);
            Folded[code] = LowerCase[code];
        }

        FoldAccents(0xC0, 0x250);
        FoldAccents(0x1E00, 0x1F00);
    }

    /// <summary>What the tokenizer does with <paramref name="c"/>.</summary>
    public static CharKind Kind(char c) => Kinds[c];

    /// <summary>Lower case, Arabic letter variants unified, accents kept.</summary>
    public static char Lower(char c) => LowerCase[c];

    /// <summary>As <see cref="Lower"/>, and Latin accents removed: people leave them out.</summary>
    public static char Fold(char c) => Folded[c];

    private static void FoldAccents(int from, int to)
    {
        for (var code = from; code < to; code++)
        {
            if (Kinds[code] == CharKind.Letter)
            {
                Folded[code] = LowerCase[code].ToString().Normalize(NormalizationForm.FormD)[0];
            }
        }
    }

    private static char UnifyArabic(char c) => c switch
    {
        '\u0622' or '\u0623' or '\u0625' or '\u0671' => '\u0627',
        '\u0649' or '\u06CC' => '\u064A',
        '\u0629' => '\u0647',
        '\u06A9' => '\u0643',
        _ => c,
    };

    private static CharKind Classify(char c)
    {
        if (c is '\'' or '\u2019' or '\u2018' or '\u02BC' or '\u00B4' or '`')
        {
            return CharKind.Apostrophe;
        }

        if (c is (>= '\u0300' and <= '\u036F') or (>= '\u0591' and <= '\u05C7') or (>= '\u0610' and <= '\u061A')
            or (>= '\u064B' and <= '\u065F') or '\u0640' or '\u0670' or '\u00AD' or (>= '\u200B' and <= '\u200F')
            or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069') or (>= '\uFE00' and <= '\uFE0F') or '\uFEFF')
        {
            return CharKind.Dropped;
        }

        return char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.Surrogate => CharKind.Surrogate,
            UnicodeCategory.DecimalDigitNumber => CharKind.Digit,
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber
                or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => CharKind.Letter,
            UnicodeCategory.OtherSymbol when c is >= '\u2190' and < '\uFF00' => CharKind.Pictograph,
            _ => CharKind.Separator,
        };
    }
}
