using System.Globalization;

namespace SocialListening.Matching;

/// <summary>What a character of folded text is to the word breaker.</summary>
internal static class CharClass
{
    private const byte Word = 1;
    private const byte Mark = 2;
    private const byte Unspaced = 4;
    private const byte Alphabetic = 8;

    private static readonly byte[] Flags = Build();

    /// <summary>Whether the character is a letter or a digit.</summary>
    public static bool IsWord(char c) => (Flags[c] & Word) != 0;

    /// <summary>Whether the character only modifies the one before it.</summary>
    public static bool IsMark(char c) => (Flags[c] & Mark) != 0;

    /// <summary>Whether the character belongs to a script that is written without spaces between words.</summary>
    public static bool IsUnspaced(char c) => (Flags[c] & Unspaced) != 0;

    /// <summary>Whether the character is a letter whose accents do not make another word to a reader: Latin, Greek or Cyrillic.</summary>
    public static bool IsAlphabetic(char c) => (Flags[c] & Alphabetic) != 0;

    private static byte[] Build()
    {
        byte[] flags = new byte[char.MaxValue + 1];
        for (int i = 0; i < flags.Length; i++)
        {
            char c = (char)i;
            flags[i] = CharUnicodeInfo.GetUnicodeCategory(c) switch
            {
                UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                    or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber
                    or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => Word,
                UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark => Mark,
                _ => 0,
            };
            if (flags[i] != 0 && IsUnspacedRange(i))
            {
                flags[i] |= Unspaced;
            }

            if (flags[i] == Word && char.IsLetter(c) && IsAlphabeticRange(i))
            {
                flags[i] |= Alphabetic;
            }
        }

        // Letters beyond the first plane: the surrogates of the ideographic planes are words of an unspaced script.
        for (int high = 0xD840; high <= 0xD8BF; high++)
        {
            flags[high] = Word | Unspaced;
        }

        return flags;
    }

    private static bool IsUnspacedRange(int c) => c is (>= 0x0E00 and <= 0x0FFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF)
        or (>= 0x2E80 and <= 0x2FDF) or 0x3005 or 0x3007 or (>= 0x3040 and <= 0x312F) or (>= 0x31A0 and <= 0x31BF) or (>= 0x31F0 and <= 0x31FF)
        or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF);

    private static bool IsAlphabeticRange(int c) => c is <= 0x052F or (>= 0x1C80 and <= 0x1C8F) or (>= 0x1D00 and <= 0x1FFF)
        or (>= 0x2C60 and <= 0x2C7F) or (>= 0x2DE0 and <= 0x2DFF) or (>= 0xA640 and <= 0xA69F) or (>= 0xA720 and <= 0xA7FF);
}
