using System.IO.Compression;

namespace SocialListening.Stories;

/// <summary>
/// How rare each feature is in posts of any brand: what everybody says anyway ('morning', 'customers') makes no two posts alike,
/// and a window of one brand is too short to learn that. Counted over the own labelled texts in French and English by
/// <c>stories background</c>; holds numbers and no word. Safe for many threads.
/// </summary>
internal sealed class StoryBackground
{
    /// <summary>Added to the share of posts that hold a feature, so that what was never counted is as rare as what is.</summary>
    public const double Floor = 0.001;

    private const string Resource = "SocialListening.Stories.background.br";

    private readonly uint[] _keys;
    private readonly byte[] _rarities;

    private StoryBackground(uint[] keys, byte[] rarities) => (_keys, _rarities) = (keys, rarities);

    /// <summary>The one in this assembly.</summary>
    /// <exception cref="InvalidDataException">The assembly was built without it.</exception>
    public static StoryBackground Shared { get; } = Load();

    /// <summary>From 1 for what is rare down towards 0 for what all posts hold: the root of the logarithm of the share of posts.</summary>
    /// <param name="key">The feature.</param>
    public float RarityOf(ulong key)
    {
        var place = Array.BinarySearch(_keys, KeyOf(key));
        return place < 0 ? 1 : MathF.Sqrt(_rarities[place] / 255f);
    }

    /// <summary>Writes a background; the same shares give the same bytes.</summary>
    /// <param name="shares">The share of posts that hold each feature, above 0 to 1.</param>
    /// <param name="target">Where to; stays open.</param>
    public static void Write(IReadOnlyDictionary<ulong, double> shares, Stream target)
    {
        var entries = new SortedDictionary<uint, byte>();
        foreach (var (key, share) in shares)
        {
            var rarity = (byte)Math.Clamp(Math.Round(255 * Math.Log(1 / (share + Floor)) / Math.Log(1 / Floor)), 1, 255);
            entries[KeyOf(key)] = Math.Min(rarity, entries.GetValueOrDefault(KeyOf(key), byte.MaxValue));
        }

        using var brotli = new BrotliStream(target, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(brotli);
        writer.Write(entries.Count);
        foreach (var key in entries.Keys)
        {
            writer.Write(key);
        }

        writer.Write([.. entries.Values]);
    }

    private static StoryBackground Load()
    {
        using var stream = typeof(StoryBackground).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException("The assembly has no background of the stories.");
        using var reader = new BinaryReader(new BrotliStream(stream, CompressionMode.Decompress));
        var keys = new uint[reader.ReadInt32()];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = reader.ReadUInt32();
        }

        return new StoryBackground(keys, reader.ReadBytes(keys.Length));
    }

    private static uint KeyOf(ulong feature) => (uint)(feature >> 32);
}
