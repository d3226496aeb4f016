namespace SocialListening.Matching;

/// <summary>Numbers by word, looked up by a span without allocating.</summary>
internal sealed class WordTable
{
    private readonly Dictionary<string, int[]> _byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private int[] _lengths = [];

    public WordTable() => _lookup = _byWord.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The lengths of the words, ascending.</summary>
    public ReadOnlySpan<int> Lengths => _lengths;

    /// <summary>Adds a number below a word.</summary>
    public void Add(string word, int id)
    {
        _byWord[word] = _byWord.TryGetValue(word, out int[]? ids) ? [.. ids, id] : [id];
        _lengths = [.. _byWord.Keys.Select(k => k.Length).Distinct().Order()];
    }

    /// <summary>Gives the numbers below a word.</summary>
    public ReadOnlySpan<int> Find(ReadOnlySpan<char> word) => _byWord.Count > 0 && _lookup.TryGetValue(word, out int[]? ids) ? ids : [];
}
