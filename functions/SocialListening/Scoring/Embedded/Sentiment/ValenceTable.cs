using SocialListening.Scoring.Embedded.Text;

namespace SocialListening.Scoring.Embedded.Sentiment;

/// <summary>
/// Valence of words from -127 to 127 under a hash of language and word. Holds numbers only: the words cannot be read
/// back from it.
/// </summary>
internal sealed class ValenceTable
{
    private readonly int _bits;
    private readonly ushort[] _tags;
    private readonly sbyte[] _values;

    /// <summary>A table of two to the power <paramref name="bits"/> slots (16 or more), all free.</summary>
    public ValenceTable(int bits)
        : this(bits, new ushort[1 << bits], new sbyte[1 << bits])
    {
    }

    /// <summary>A table over arrays read from a model.</summary>
    public ValenceTable(int bits, ushort[] tags, sbyte[] values)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bits, 16);
        _bits = bits;
        _tags = tags;
        _values = values;
    }

    /// <summary>The low 16 bits of the key in each slot.</summary>
    public ReadOnlySpan<ushort> Tags => _tags;

    /// <summary>The valence in each slot; 0 is a free slot.</summary>
    public ReadOnlySpan<sbyte> Values => _values;

    /// <summary>The power of two of the number of slots.</summary>
    public int Bits => _bits;

    /// <summary>The valence of a word in a language, 0 when it has none. Language -1 holds signs that all share.</summary>
    public int Find(int language, uint hash)
    {
        var key = FeatureHash.ForLanguage(hash, language);
        var slot = key >> (32 - _bits);
        var tag = (ushort)key;
        while (_values[slot] != 0)
        {
            if (_tags[slot] == tag)
            {
                return _values[slot];
            }

            slot = (slot + 1) & (uint)(_values.Length - 1);
        }

        return 0;
    }

    /// <summary>Sets the valence of a word; 0 is not stored. A word that is there keeps its first value.</summary>
    /// <exception cref="InvalidOperationException">Nine slots in ten are taken.</exception>
    public void Add(int language, uint hash, sbyte value)
    {
        if (value == 0 || Find(language, hash) != 0)
        {
            return;
        }

        if (++_used > _values.Length / 10 * 9)
        {
            throw new InvalidOperationException("The valence table is full.");
        }

        var key = FeatureHash.ForLanguage(hash, language);
        var slot = key >> (32 - _bits);
        while (_values[slot] != 0)
        {
            slot = (slot + 1) & (uint)(_values.Length - 1);
        }

        _tags[slot] = (ushort)key;
        _values[slot] = value;
    }

    private int _used;
}
