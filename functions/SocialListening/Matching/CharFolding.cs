using System.Globalization;
using System.Text;

namespace SocialListening.Matching;

/// <summary>
/// What one character becomes before text is compared: lower case, compatibility forms taken apart (full width, ligatures, styled
/// letters), letters such as <c>ß œ æ ø</c> spelt out, what cannot be seen left out. Marks are left to the caller, who knows the letter before them.
/// </summary>
internal static class CharFolding
{
    private static readonly string?[] Folds = new string?[char.MaxValue + 1];

    /// <summary>Gives the fold of a character of the first plane that is no surrogate.</summary>
    public static string Of(char c) => Folds[c] ??= Compute(c.ToString());

    /// <summary>Gives the fold of a character beyond the first plane.</summary>
    public static string Of(Rune rune) => rune.Value is (>= 0x1D400 and <= 0x1D7FF) or (>= 0x1F100 and <= 0x1F1AC) or (>= 0x2F800 and <= 0x2FA1F)
        ? Compute(rune.ToString())
        : Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format ? "" : Rune.ToLowerInvariant(rune).ToString();

    private static string Compute(string character)
    {
        string apart = CharUnicodeInfo.GetUnicodeCategory(character, 0) == UnicodeCategory.OtherNotAssigned
            ? character
            : character.Normalize(NormalizationForm.FormKD);
        StringBuilder folded = new();
        foreach (char c in apart.ToLowerInvariant())
        {
            folded.Append(IsIgnored(c) ? "" : SpeltOut(c));
        }

        return folded.ToString();
    }

    private static string SpeltOut(char c) => c switch
    {
        'ß' => "ss",
        'œ' => "oe",
        'æ' => "ae",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'ħ' => "h",
        'þ' => "th",
        'ı' => "i",
        'ς' => "σ",
        '’' or '‘' or 'ʼ' or '′' or '´' => "'",
        _ => c.ToString(),
    };

    /// <summary>Invisible and direction characters, soft hyphens, variation selectors, and the optional vowel signs of Arabic and Hebrew.</summary>
    private static bool IsIgnored(char c) => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format
        || c is '\u034F' or '\u0640' or (>= '\u064B' and <= '\u0652') or '\u0670' or (>= '\u0591' and <= '\u05BD') or '\u05BF'
        or '\u05C1' or '\u05C2' or '\u05C4' or '\u05C5' or '\u05C7' or '\u180B' or '\u180C' or '\u180D' or (>= '\uFE00' and <= '\uFE0F')
        or '\u3164' or '\u115F' or '\u1160' or '\uFFA0';
}
