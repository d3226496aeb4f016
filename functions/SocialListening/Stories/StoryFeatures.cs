using System.Runtime.InteropServices;
using SocialListening.Scoring.Embedded.Text;
using SocialListening.Scoring.Phrases;

namespace SocialListening.Stories;

/// <summary>
/// Reads what a post says as a short list of features: words, beginnings of long words, ideas, numbers and links. Not safe for
/// several threads at once.
/// </summary>
/// <param name="weights">Weights of the kinds of features.</param>
/// <param name="own">Names whose words say nothing, since all posts hold them.</param>
internal sealed class StoryFeatures(StoryWeights weights, OwnNames own)
{
    /// <summary>Features of a post at most, the weightiest.</summary>
    public const int Max = 64;

    private const int BeginningLength = 5;
    private const int LongWord = 6;

    private readonly PhraseText _text = new();
    private readonly Dictionary<ulong, float> _found = [];

    /// <summary>One number for all posts of the same words.</summary>
    public ulong Wording { get; private set; }

    /// <summary>Reads a post.</summary>
    /// <returns>Its features by key, each once.</returns>
    public StoryFeature[] Read(string text, string language)
    {
        _found.Clear();
        var tokens = _text.Cut(text);
        _text.Read(text, tokens, language, OwnNames.None);
        Wording = TermCounts.WordingOf(_text.Words);
        foreach (ref readonly var word in _text.Words)
        {
            if (word.Class != WordClass.Link && !own.Holds(word.Key) && !own.IsJoined(word.Key))
            {
                AddWord(word, _text.Normalized.Slice(word.NormalStart, word.NormalLength));
            }
        }

        AddNumbersAndLinks(text, tokens.Tokens);
        var features = new List<StoryFeature>(_found.Count);
        foreach (var (key, weight) in _found)
        {
            features.Add(new StoryFeature(key, weight));
        }

        features.Sort(static (a, b) => a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight) : a.Key.CompareTo(b.Key));
        if (features.Count > Max)
        {
            features.RemoveRange(Max, features.Count - Max);
        }

        features.Sort(static (a, b) => a.Key.CompareTo(b.Key));
        return [.. features];
    }

    private void AddWord(in PhraseWord word, ReadOnlySpan<char> normalized)
    {
        var weight = word.Class == WordClass.Light ? weights.Light
            : word.IsHashtag ? weights.Hashtag
            : word.IsName ? weights.Name
            : weights.Word;
        Add(word.Key, weight);
        if (word.Class == WordClass.Light)
        {
            return;
        }

        if (Concepts.Of(normalized) is > 0 and var idea)
        {
            Add(KeyOf('c', (ulong)idea), weights.Idea);
        }

        if (normalized.Length >= LongWord)
        {
            var beginning = FeatureHash.Word(normalized[..BeginningLength]);
            Add(KeyOf('b', beginning), weights.Beginning);
        }
    }

    private void AddNumbersAndLinks(string text, ReadOnlySpan<Token> tokens)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Kind == TokenKind.Link)
            {
                Add(KeyOf('u', LinkKey.Of(text.AsSpan(token.Start, token.Length))), weights.Link);
            }
            else if (token.Kind == TokenKind.Number)
            {
                var end = token.Start + token.Length;
                while (i + 1 < tokens.Length && ContinuesNumber(text, end, tokens[i + 1]))
                {
                    end = tokens[++i].Start + tokens[i].Length;
                }

                AddNumber(text.AsSpan(token.Start, end - token.Start));
            }
        }
    }

    // '80 000': a group of three digits after one blank.
    private static bool ContinuesNumber(string text, int end, in Token next) =>
        next.Kind == TokenKind.Number && next.Length == 3 && next.Start == end + 1 && text[end] is ' ' or '\u00A0' or '\u202F'
        && !text.AsSpan(next.Start, 3).ContainsAny(".,");

    // Separators of thousands and decimals differ by language, so only the digits count; zeros behind a decimal sign do not.
    private void AddNumber(ReadOnlySpan<char> number)
    {
        var key = 0UL;
        var digits = 0;
        foreach (var c in number)
        {
            var digit = char.GetNumericValue(c);
            if (digit >= 0)
            {
                key = (key * 10) + (ulong)digit;
                digits++;
            }
        }

        if (digits is >= 2 and <= 12)
        {
            Add(KeyOf('n', key), weights.Number);
        }
    }

    private static ulong KeyOf(char kind, ulong value) => WordKey.Join(kind, value);

    private void Add(ulong key, float weight)
    {
        if (weight <= 0)
        {
            return;
        }

        weight *= weights.Background ? StoryBackground.Shared.RarityOf(key) : 1;

        ref var held = ref CollectionsMarshal.GetValueRefOrAddDefault(_found, key, out _);
        held = Math.Max(held, weight);
    }
}
