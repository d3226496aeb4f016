namespace SocialListening.Scoring.Embedded.Text;

/// <summary>
/// Tokens and normalised characters of one text. Reused from text to text by one thread, so that scoring does not
/// allocate; it grows to <see cref="MaxCharacters"/> at most.
/// </summary>
internal sealed class TokenBuffer
{
    /// <summary>UTF-16 units read from a text; what follows does not count. A post on any platform is shorter.</summary>
    public const int MaxCharacters = 8192;

    /// <summary>Characters of <see cref="Normalized"/> at most: each token takes one or more, and leaves them and a blank.</summary>
    public const int MaxNormalized = (2 * MaxCharacters) + 4;

    private readonly Token[] _tokens = new Token[MaxCharacters + 1];
    private readonly char[] _normalized = new char[MaxNormalized + CharacterGrams.Overread];
    private int _count;
    private int _length;

    /// <summary>The tokens in the order of the text.</summary>
    public ReadOnlySpan<Token> Tokens => _tokens.AsSpan(0, _count);

    /// <summary>Lower-cased characters of all tokens, one blank before, between and after them.</summary>
    public ReadOnlySpan<char> Normalized => _normalized.AsSpan(0, _length);

    /// <summary><see cref="Normalized"/> with <see cref="CharacterGrams.Overread"/> more characters that mean nothing.</summary>
    public ReadOnlySpan<char> Overlong => _normalized.AsSpan(0, _length + CharacterGrams.Overread);

    /// <summary>Forgets the text before.</summary>
    public void Clear()
    {
        _count = 0;
        _normalized[0] = ' ';
        _length = 1;
    }

    /// <summary>Adds a token that stands for its whole class, under the private character <paramref name="sign"/>.</summary>
    public void AddSign(TokenKind kind, char sign, int start, int length)
    {
        ref var token = ref Open(kind, start);
        Append(sign);
        token.Hash = FeatureHash.Mix(FeatureHash.Add(FeatureHash.WordSeed, sign));
        Close(ref token, length);
    }

    /// <summary>Adds a pictograph of one or two code units.</summary>
    public void AddEmoji(ReadOnlySpan<char> units, int start, int length)
    {
        ref var token = ref Open(TokenKind.Emoji, start);
        foreach (var c in units)
        {
            Append(c);
        }

        token.Hash = FeatureHash.Word(units);
        Close(ref token, length);
    }

    /// <summary>Adds a word; <paramref name="word"/> is as written, with its capitals and marks.</summary>
    public void AddWord(ReadOnlySpan<char> word, int start)
    {
        ref var token = ref Open(TokenKind.Word, start);
        var normalized = _normalized.AsSpan(_length, word.Length);
        var hash = FeatureHash.WordSeed;
        int length = 0, run = 0, letters = 0, capitals = 0;
        var last = '\0';
        foreach (var c in word)
        {
            ref readonly var entry = ref CharTable.Of(c);
            if (entry.Kind == CharKind.Dropped)
            {
                continue;
            }

            letters++;
            capitals += entry.IsCapital ? 1 : 0;
            run = entry.Lower == last ? run + 1 : 1;
            last = entry.Lower;
            if (run > 2)
            {
                token.IsElongated = true;
                continue;
            }

            normalized[length++] = last;
            hash = FeatureHash.Add(hash, entry.Folded);
        }

        _length += length;
        token.Hash = FeatureHash.Mix(hash);
        token.IsShouted = letters > 1 && capitals == letters;
        Close(ref token, word.Length);
    }

    private ref Token Open(TokenKind kind, int start)
    {
        ref var token = ref _tokens[_count++];
        token = new Token { Kind = kind, Start = start, NormalStart = _length };
        return ref token;
    }

    private void Append(char c) => _normalized[_length++] = c;

    private void Close(ref Token token, int length)
    {
        token.Length = length;
        token.NormalLength = _length - token.NormalStart;
        Append(' ');
    }
}
