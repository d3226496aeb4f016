using SocialListening.Scoring.Embedded.Text;

namespace SocialListening.Scoring.Phrases;

/// <summary>Classes of words by language: one open hash table of word hashes, one bit a language.</summary>
internal static class WordClassTable
{
    private const int Size = 1 << 13;

    private const int English = 2;
    private const int Hindi = 5;

    private static readonly string[] Languages = ["ar", "de", "en", "es", "fr", "hi", "it", "nl", "pt"];
    private static readonly Entry[] Entries = Build();

    /// <summary>The languages whose lists count for a text: its own, all when it is not known, and English too in Hindi, which mixes them.</summary>
    public static ushort MaskOf(ReadOnlySpan<char> language)
    {
        if (language.Length > 2)
        {
            language = language.IndexOf('-') is > 0 and var dash ? language[..dash] : language;
        }

        for (var i = 0; i < Languages.Length; i++)
        {
            if (language.Equals(Languages[i], StringComparison.OrdinalIgnoreCase))
            {
                return (ushort)(i == Hindi ? (1 << Hindi) | (1 << English) : 1 << i);
            }
        }

        return ushort.MaxValue;
    }

    /// <summary>The class of a word, by the hash that <see cref="FeatureHash.Word"/> gives.</summary>
    public static WordClass ClassOf(uint hash, ushort languages)
    {
        for (var i = hash % Size; Entries[i].Used; i = (i + 1) % Size)
        {
            ref readonly var entry = ref Entries[i];
            if (entry.Hash == hash)
            {
                return (entry.Link & languages) != 0 ? WordClass.Link
                    : (entry.Stop & languages) != 0 ? WordClass.Stop
                    : (entry.Light & languages) != 0 ? WordClass.Light
                    : WordClass.Content;
            }
        }

        return WordClass.Content;
    }

    private static Entry[] Build()
    {
        var entries = new Entry[Size];
        foreach (var (language, words) in WordLists.Stop)
        {
            foreach (var hash in HashesOf(words))
            {
                Find(entries, hash).Stop |= BitOf(language);
            }
        }

        foreach (var (language, words) in WordLists.Link)
        {
            foreach (var hash in HashesOf(words))
            {
                Find(entries, hash).Link |= BitOf(language);
            }
        }

        foreach (var (language, words) in WordLists.Light)
        {
            foreach (var hash in HashesOf(words))
            {
                Find(entries, hash).Light |= BitOf(language);
            }
        }

        return entries;
    }

    private static ushort BitOf(string language) => (ushort)(1 << Array.IndexOf(Languages, language));

    private static IEnumerable<uint> HashesOf(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => FeatureHash.Word(word));

    private static ref Entry Find(Entry[] entries, uint hash)
    {
        var i = hash % Size;
        while (entries[i].Used && entries[i].Hash != hash)
        {
            i = (i + 1) % Size;
        }

        entries[i].Used = true;
        entries[i].Hash = hash;
        return ref entries[i];
    }

    private struct Entry
    {
        public uint Hash;
        public bool Used;
        public ushort Stop;
        public ushort Link;
        public ushort Light;
    }
}
