using SocialListening.Scoring.Embedded.Text;

namespace SocialListening.Scoring.Phrases;

/// <summary>Names that are not worth telling, since every post holds them: those of the brand itself. Immutable.</summary>
public sealed class OwnNames
{
    [ThreadStatic]
    private static TokenBuffer? _buffer;

    private readonly ulong[][] _names;
    private readonly HashSet<ulong> _joined;
    private readonly HashSet<ulong> _words;

    /// <summary>Makes the list; case, accents and plural do not count, and a name also counts when written as one word.</summary>
    /// <param name="names">The names, such as <c>Solidarité Atlas</c>; empty ones are left out.</param>
    public OwnNames(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var buffer = new TokenBuffer();
        var found = new List<ulong[]>();
        _joined = [];
        foreach (var name in names)
        {
            // A handle is a name too, written as one.
            Tokenizer.Read(name.AsSpan().TrimStart('@'), buffer);
            var words = new List<ulong>();
            var joined = string.Empty;
            foreach (var token in buffer.Tokens)
            {
                if (token.Kind == TokenKind.Word)
                {
                    var word = buffer.Normalized.Slice(token.NormalStart, token.NormalLength);
                    joined += word.ToString();
                    if (WordClassTable.ClassOf(token.Hash, ushort.MaxValue) is WordClass.Content or WordClass.Light)
                    {
                        words.Add(WordKey.Of(word, token.IsElongated));
                    }
                }
            }

            if (words.Count > 0)
            {
                found.Add([.. words]);
                _joined.Add(WordKey.Of(joined));
            }
        }

        _names = [.. found];
        _words = [.. found.SelectMany(words => words)];
    }

    /// <summary>No names.</summary>
    public static OwnNames None { get; } = new([]);

    /// <summary>Whether there is no name.</summary>
    internal bool IsEmpty => _joined.Count == 0;

    /// <summary>Whether a phrase says nothing but a name, or a part of one: each of its words belongs to a name or is a function word.</summary>
    /// <param name="phrase">The phrase as it is shown.</param>
    public bool IsOwn(string phrase)
    {
        if (IsEmpty)
        {
            return false;
        }

        var buffer = _buffer ??= new TokenBuffer();
        Tokenizer.Read(phrase.AsSpan().TrimStart('@'), buffer);
        var isOwn = false;
        foreach (ref readonly var token in buffer.Tokens)
        {
            if (token.Kind != TokenKind.Word)
            {
                return false;
            }

            if (WordClassTable.ClassOf(token.Hash, ushort.MaxValue) is WordClass.Content or WordClass.Light)
            {
                var key = WordKey.Of(buffer.Normalized.Slice(token.NormalStart, token.NormalLength), token.IsElongated);
                if (!Holds(key) && !IsJoined(key))
                {
                    return false;
                }

                isOwn = true;
            }
        }

        return isOwn;
    }

    /// <summary>How many words from the first on are one of the names, links between included; 0 when none is.</summary>
    internal int LengthAt(ReadOnlySpan<PhraseWord> words)
    {
        var longest = _joined.Contains(words[0].Key) ? 1 : 0;
        foreach (var name in _names)
        {
            longest = Math.Max(longest, LengthOf(name, words));
        }

        return longest;
    }

    /// <summary>Whether a word belongs to a name.</summary>
    internal bool Holds(ulong word) => _words.Contains(word);

    /// <summary>Whether a word is a name written as one.</summary>
    internal bool IsJoined(ulong word) => _joined.Contains(word);

    private static int LengthOf(ulong[] name, ReadOnlySpan<PhraseWord> words)
    {
        var at = 0;
        for (var i = 0; i < words.Length && (i == 0 || !words[i].BreaksBefore); i++)
        {
            if (words[i].Class == WordClass.Link && at > 0)
            {
                continue;
            }

            if (words[i].Key != name[at])
            {
                return 0;
            }

            if (++at == name.Length)
            {
                return i + 1;
            }
        }

        return 0;
    }
}
