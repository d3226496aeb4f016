namespace SocialListening.Stories;

/// <summary>A hash that is the same in every process (FNV-1a, 64 bits).</summary>
internal static class StoryHash
{
    public static ulong Of(string text) => Add(0xCBF29CE484222325UL, text);

    public static ulong Of(string first, string second) => Add(Add(Of(first), "\0"), second);

    private static ulong Add(ulong hash, string text)
    {
        foreach (var c in text)
        {
            hash = (hash ^ c) * 0x100000001B3;
        }

        return hash;
    }
}
