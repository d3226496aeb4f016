using SocialListening.Scoring.Embedded.Text;

namespace SocialListening.Stories;

/// <summary>Finds the idea behind a word by its beginning.</summary>
internal static class Concepts
{
    private const int Shortest = 3;
    private const int Longest = 10;

    private static readonly Dictionary<uint, ushort> Beginnings = [];
    private static readonly Dictionary<uint, ushort> Words = [];

    static Concepts()
    {
        ushort idea = 0;
        foreach (var line in ConceptLists.Lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            idea++;
            foreach (var entry in line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                if (entry[0] == '=' || entry.Length < Shortest + 2)
                {
                    Words.TryAdd(FeatureHash.Word(entry.TrimStart('=')), idea);
                }
                else
                {
                    Beginnings.TryAdd(FeatureHash.Word(entry), idea);
                }
            }
        }
    }

    /// <summary>The number of a word's idea, from 1; 0 when it has none.</summary>
    /// <param name="normalized">The word as the tokenizer normalised it.</param>
    public static int Of(ReadOnlySpan<char> normalized)
    {
        var hash = FeatureHash.WordSeed;
        var found = 0;
        for (var i = 0; i < normalized.Length; i++)
        {
            hash = FeatureHash.Add(hash, CharTable.Of(normalized[i]).Folded);
            if (i + 1 == normalized.Length && Words.TryGetValue(FeatureHash.Mix(hash), out var word))
            {
                return word;
            }

            if (i + 1 is > Shortest and <= Longest && Beginnings.TryGetValue(FeatureHash.Mix(hash), out var idea))
            {
                found = idea;
            }
        }

        return found;
    }
}
