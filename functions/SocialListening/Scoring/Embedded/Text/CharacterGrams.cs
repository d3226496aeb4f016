namespace SocialListening.Scoring.Embedded.Text;

/// <summary>Hashes of the character sequences of one word with a blank at either end.</summary>
internal static class CharacterGrams
{
    /// <summary>Characters of a word that are read; the rest of a longer word is ignored.</summary>
    public const int MaxWord = 40;

    /// <summary>Room for every sequence of 1 to 5 characters of the longest word, and one hash more.</summary>
    public const int MaxGrams = ((MaxWord + 2) * 5) + 1;

    /// <summary>How many hashes <see cref="Write"/> gives for a word of this length.</summary>
    public static int CountOf(int length, int shortest, int longest)
    {
        var padded = Math.Min(length, MaxWord) + 2;
        var count = 0;
        for (var n = Math.Max(shortest, 2); n <= Math.Min(longest, padded); n++)
        {
            count += padded - n + 1;
        }

        return shortest == 1 ? count + padded - 1 : count;
    }

    /// <summary>
    /// Writes the hashes of all sequences of <paramref name="shortest"/> to <paramref name="longest"/> characters and
    /// answers how many there are. <paramref name="normalized"/> has a blank before and after the word.
    /// </summary>
    public static int Write(
        ReadOnlySpan<char> normalized, int start, int length, int shortest, int longest, Span<uint> hashes)
    {
        var word = normalized.Slice(start - 1, Math.Min(length, MaxWord) + 2);
        var count = 0;
        for (var i = 0; i < word.Length - 1; i++)
        {
            var hash = FeatureHash.GramSeed;
            var rest = word[i..Math.Min(word.Length, i + longest)];
            for (var j = 0; j < rest.Length; j++)
            {
                hash = FeatureHash.Add(hash, rest[j]);
                hashes[count] = FeatureHash.Spread(hash);
                count += j + 1 >= shortest ? 1 : 0;
            }
        }

        return count;
    }
}
