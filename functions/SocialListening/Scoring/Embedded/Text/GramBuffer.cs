namespace SocialListening.Scoring.Embedded.Text;

/// <summary>
/// The character sequences of a text's words, hashed once for the language and the sentiment. Reused from text to text
/// by one thread; does not allocate after its making.
/// </summary>
internal sealed class GramBuffer
{
    private readonly uint[] _hashes = new uint[(TokenBuffer.MaxNormalized * CharacterGrams.Longest) + CharacterGrams.MaxGrams];
    private readonly int[] _starts = new int[TokenBuffer.MaxCharacters + 1];

    /// <summary>Replaces what it holds by the sequences of the words of <paramref name="buffer"/>.</summary>
    public void Fill(TokenBuffer buffer)
    {
        var characters = buffer.Overlong;
        var tokens = buffer.Tokens;
        var count = 0;
        var fromThree = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            _starts[i] = count;
            if (tokens[i].Kind == TokenKind.Word)
            {
                var length = tokens[i].NormalLength;
                var added = CharacterGrams.Write(
                    characters, tokens[i].NormalStart, length, _hashes.AsSpan(count, CharacterGrams.MaxGrams));
                count += added;
                fromThree += added - CharacterGrams.UpToTwo(length);
            }
        }

        CountFromThree = fromThree;
    }

    /// <summary>Sequences of three to five characters of all words.</summary>
    public int CountFromThree { get; private set; }

    /// <summary>Sequences of one to four characters of the word at <paramref name="index"/>, whose token is given.</summary>
    public ReadOnlySpan<uint> UpToFour(int index, in Token word) =>
        _hashes.AsSpan(_starts[index], CharacterGrams.UpToFour(word.NormalLength));

    /// <summary>Sequences of three to five characters of the word at <paramref name="index"/>, whose token is given.</summary>
    public ReadOnlySpan<uint> FromThree(int index, in Token word)
    {
        var before = CharacterGrams.UpToTwo(word.NormalLength);
        return _hashes.AsSpan(_starts[index] + before, CharacterGrams.CountOf(word.NormalLength) - before);
    }
}
