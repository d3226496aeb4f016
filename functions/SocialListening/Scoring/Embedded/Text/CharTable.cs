using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace SocialListening.Scoring.Embedded.Text;

/// <summary>
/// Case, presentation-form and accent folding of the basic plane as one table, so that the inner loop does one read
/// per character and no call into the globalisation library.
/// </summary>
internal static class CharTable
{
    private const int Size = 0x10000;

    private static readonly Entry[] Entries = Build();

    /// <summary>All that is known of one UTF-16 code unit.</summary>
    public struct Entry
    {
        /// <summary>Lower case, Arabic letter variants unified, accents kept.</summary>
        public char Lower;

        /// <summary>As <see cref="Lower"/>, and Latin accents removed: people leave them out.</summary>
        public char Folded;

        /// <summary>What the tokenizer does with it.</summary>
        public CharKind Kind;

        /// <summary>It is a capital letter.</summary>
        public bool IsCapital;
    }

    /// <summary>What is known of <paramref name="c"/>.</summary>
    public static ref readonly Entry Of(char c) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Entries), (int)c);

    /// <summary>What the tokenizer does with <paramref name="c"/>.</summary>
    public static CharKind Kind(char c) => Of(c).Kind;

    private static Entry[] Build()
    {
        var entries = new Entry[Size];
        for (var code = 0; code < Size; code++)
        {
            var c = (char)code;
            var kind = Classify(c);
            var lower = kind == CharKind.Apostrophe ? '\'' : char.ToLowerInvariant(c);
            if (kind == CharKind.Letter && code is >= 0xFB50 and < 0xFF00)
            {
                lower = c.ToString().Normalize(NormalizationForm.FormKC)[0];
            }

            lower = UnifyArabic(lower);
            var folded = kind == CharKind.Letter && code is (>= 0xC0 and < 0x250) or (>= 0x1E00 and < 0x1F00)
                ? lower.ToString().Normalize(NormalizationForm.FormD)[0]
                : lower;
            entries[code] = new Entry { Kind = kind, Lower = lower, Folded = folded, IsCapital = char.IsUpper(c) };
        }

        return entries;
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
