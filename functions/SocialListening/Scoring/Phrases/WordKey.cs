using SocialListening.Scoring.Embedded.Text;

namespace SocialListening.Scoring.Phrases;

/// <summary>
/// One number for all forms of a word that count as the same term: case, accents, ligatures, stretched letters, the plural
/// endings of French, English, Spanish and Portuguese, and the Arabic article.
/// </summary>
internal static class WordKey
{
    private const int MaxWord = 64;
    private const ulong Seed = 0xCBF29CE484222325;
    private const ulong Prime = 0x100000001B3;

    /// <summary>The key of a word as the tokenizer normalised it.</summary>
    /// <param name="normalized">Lower-case characters of the word.</param>
    /// <param name="isElongated">Whether a letter was stretched, as in 'nooon'; doubled letters then count once.</param>
    public static ulong Of(ReadOnlySpan<char> normalized, bool isElongated = false)
    {
        Span<char> word = stackalloc char[(2 * MaxWord) + 1];
        var length = Fold(normalized, isElongated, word);
        var stem = Stem(word, length);
        var key = Seed;
        foreach (var c in stem)
        {
            key = (key ^ c) * Prime;
        }

        return Mix(key);
    }

    /// <summary>The key of a phrase, from those of its words in order; links between them do not count.</summary>
    public static ulong Join(ulong phrase, ulong word) => Mix((phrase * 0x9E3779B97F4A7C15) + word);

    private static int Fold(ReadOnlySpan<char> normalized, bool isElongated, Span<char> word)
    {
        var length = 0;
        foreach (var c in normalized.Length > MaxWord ? normalized[..MaxWord] : normalized)
        {
            var folded = CharTable.Of(c).Folded;
            if (isElongated && length > 0 && word[length - 1] == folded)
            {
                continue;
            }

            switch (folded)
            {
                case '\u0153':
                    word[length++] = 'o';
                    word[length++] = 'e';
                    break;
                case '\u00E6':
                    word[length++] = 'a';
                    word[length++] = 'e';
                    break;
                case '\u00DF':
                    word[length++] = 's';
                    word[length++] = 's';
                    break;
                default:
                    word[length++] = folded;
                    break;
            }
        }

        return length;
    }

    private static ReadOnlySpan<char> Stem(Span<char> buffer, int length)
    {
        var word = buffer[..length];
        if (length >= 5 && word[0] == '\u0627' && word[1] == '\u0644')
        {
            return word[2..];
        }

        if (length < 4)
        {
            return word;
        }

        if (length > 4 && word is [.., 'e', 'a', 'u', 'x'] or [.., 'e', 'u', 'x'])
        {
            return word[..^1];
        }

        if (word[^1] == 's' && word[^2] is not ('s' or 'i' or 'u'))
        {
            return word[..^1];
        }

        // 'company' and 'companies', 'party' and 'parties' meet at '-ie'.
        if (length >= 5 && word[^1] == 'y' && word[^2] is not ('a' or 'e' or 'i' or 'o' or 'u'))
        {
            buffer[length - 1] = 'i';
            buffer[length] = 'e';
            return buffer[..(length + 1)];
        }

        return word;
    }

    // The finaliser of SplitMix64 (G. Steele, D. Lea, C. Flood, OOPSLA 2014).
    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
