using System.Buffers;
using SocialListening.Scoring.Embedded.Text;

namespace SocialListening.Scoring.Phrases;

/// <summary>The words of one post that may form phrases. Reused from post to post by one thread.</summary>
internal sealed class PhraseText
{
    /// <summary>Words of a post that are looked at; a longer one is judged by its beginning.</summary>
    public const int MaxWords = 256;

    private const int MaxWordLength = 40;
    private const int MaxAbbreviation = 5;
    private const int MaxRepeatDistance = 64;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".:\n\u00AB\"\u201C\u2022|");

    private readonly PhraseWord[] _words = new PhraseWord[MaxWords];
    private TokenBuffer? _cut;
    private TokenBuffer? _tokens;
    private int _count;

    /// <summary>The words in the order of the text, stop words left out.</summary>
    public ReadOnlySpan<PhraseWord> Words => _words.AsSpan(0, _count);

    /// <summary>Lower-case characters that <see cref="PhraseWord.NormalStart"/> points into.</summary>
    public ReadOnlySpan<char> Normalized => _tokens is null ? default : _tokens.Normalized;

    /// <summary>Replaces what is held by the words of a text.</summary>
    /// <param name="text">The post.</param>
    /// <param name="language">Its language code; all lists of function words count when it is none that is known.</param>
    /// <param name="own">Names to leave out.</param>
    public void Read(ReadOnlySpan<char> text, ReadOnlySpan<char> language, OwnNames own) => Read(text, Cut(text), language, own);

    /// <summary>Cuts a text into tokens, which are good until the next text is cut.</summary>
    public TokenBuffer Cut(ReadOnlySpan<char> text)
    {
        _cut ??= new TokenBuffer();
        Tokenizer.Read(text, _cut);
        return _cut;
    }

    /// <summary>The same for a text that is cut already.</summary>
    /// <param name="text">The post.</param>
    /// <param name="cut">Its tokens; held until the next text is read.</param>
    /// <param name="language">Its language code.</param>
    /// <param name="own">Names to leave out.</param>
    public void Read(ReadOnlySpan<char> text, TokenBuffer cut, ReadOnlySpan<char> language, OwnNames own)
    {
        _tokens = cut;
        _count = 0;
        var normalized = cut.Normalized;
        var mask = WordClassTable.MaskOf(language);
        var isShouting = IsShouting(cut.Tokens);
        var breaks = true;
        var startsSentence = true;
        var inHashtag = false;
        var end = 0;
        foreach (ref readonly var token in cut.Tokens)
        {
            var gap = text[end..token.Start];
            if (gap is not [' '])
            {
                var startsHashtag = gap is [.., '#'];
                var leavesHashtag = inHashtag && !startsHashtag && !IsWithinHashtag(gap);
                inHashtag = startsHashtag || (inHashtag && !leavesHashtag);
                breaks |= startsHashtag || leavesHashtag || !(inHashtag || IsJoined(gap));
                startsSentence |= EndsSentence(gap);
            }
            else if (inHashtag)
            {
                inHashtag = false;
                breaks = true;
            }

            end = token.Start + token.Length;
            if (token.Kind != TokenKind.Word)
            {
                breaks = true;
                startsSentence |= token.Kind is TokenKind.Mark or TokenKind.Mention;
                continue;
            }

            var kind = WordClassTable.ClassOf(token.Hash, mask);
            if (kind == WordClass.Stop || token.Length > MaxWordLength || (kind != WordClass.Link && !IsLongEnough(token, text)))
            {
                breaks = true;
                startsSentence = false;
                continue;
            }

            if (_count == MaxWords)
            {
                break;
            }

            ref var word = ref _words[_count++];
            word = Make(text, token, normalized.Slice(token.NormalStart, token.NormalLength), kind, inHashtag, startsSentence, isShouting);
            word.BreaksBefore = breaks;
            breaks = false;
            startsSentence = false;
        }

        LeaveOut(own);
        Weigh();
    }

    /// <summary>Weighs the words down that are common in a background.</summary>
    public void Weigh(WordBackground background)
    {
        foreach (ref var word in _words.AsSpan(0, _count))
        {
            word.Weight *= 0.1f + (0.9f * background.SurpriseOf(word.Key));
        }
    }

    private static bool IsShouting(ReadOnlySpan<Token> tokens)
    {
        int words = 0, shouted = 0;
        foreach (ref readonly var token in tokens)
        {
            words += token.Kind == TokenKind.Word && token.NormalLength > 1 ? 1 : 0;
            shouted += token.IsShouted ? 1 : 0;
        }

        return 2 * shouted > words;
    }

    private static bool IsWithinHashtag(ReadOnlySpan<char> gap)
    {
        foreach (var c in gap)
        {
            if (c != '_' && !char.IsDigit(c))
            {
                return false;
            }
        }

        return true;
    }

    // White space other than a line break, an apostrophe or a hyphen.
    private static bool IsJoined(ReadOnlySpan<char> gap)
    {
        foreach (var c in gap)
        {
            if (c is not (' ' or '\u00A0' or '\u202F' or '-' or '\u2010' or '\u2011' or '_') && CharTable.Kind(c) is not (CharKind.Apostrophe or CharKind.Dropped))
            {
                return false;
            }
        }

        return !gap.Contains("--", StringComparison.Ordinal) && !gap.Contains(" - ", StringComparison.Ordinal);
    }

    private static bool EndsSentence(ReadOnlySpan<char> gap) => gap.ContainsAny(SentenceEnds);

    // A letter of another script than Latin says more than one sound; short Latin words must be abbreviations.
    private static bool IsLongEnough(in Token token, ReadOnlySpan<char> text) =>
        token.NormalLength >= 3 || (token.NormalLength == 2 && (token.IsShouted || text[token.Start] > '\u024F'));

    private static PhraseWord Make(
        ReadOnlySpan<char> text, in Token token, ReadOnlySpan<char> normalized, WordClass kind, bool isHashtag, bool startsSentence, bool isShouting)
    {
        var isCapital = CharTable.Of(text[token.Start]).IsCapital && !isHashtag;
        var isName = isCapital && (token.IsShouted ? !isShouting && token.NormalLength <= MaxAbbreviation : !startsSentence);
        return new PhraseWord
        {
            Start = token.Start,
            Length = token.Length,
            Key = WordKey.Of(normalized, token.IsElongated),
            Class = kind,
            IsHashtag = isHashtag,
            IsName = isName,
            ShowsNormalized = token.IsElongated || (!isName && text[token.Start] < '\u0590'),
            NormalStart = token.NormalStart,
            NormalLength = token.NormalLength,
        };
    }

    private static float WeightOf(in PhraseWord word, int index, int times)
    {
        if (word.Class == WordClass.Link)
        {
            return 0;
        }

        var weight = 0.6f + (0.04f * Math.Min(word.NormalLength, 12));
        weight *= word.Class == WordClass.Light ? 0.3f : 1;
        weight *= word.IsName ? 1.35f : word.IsHashtag ? 1.2f : 1;
        weight *= times > 1 ? 1 + (0.4f * MathF.Log(times)) : 1;
        return weight / (1 + (0.01f * index));
    }

    // What belongs to an own name goes, and no phrase reaches over its place.
    private void LeaveOut(OwnNames own)
    {
        if (own.IsEmpty)
        {
            return;
        }

        var kept = 0;
        var breaks = false;
        for (var i = 0; i < _count;)
        {
            var length = own.LengthAt(_words.AsSpan(i, _count - i));
            if (length > 0)
            {
                breaks = true;
                i += length;
                continue;
            }

            _words[kept] = _words[i++];
            _words[kept].BreaksBefore |= breaks;
            kept++;
            breaks = false;
        }

        _count = kept;
    }

    private void Weigh()
    {
        for (var i = 0; i < _count; i++)
        {
            var times = 1;
            for (var j = 0; j < Math.Min(i, MaxRepeatDistance); j++)
            {
                times += _words[j].Key == _words[i].Key ? 1 : 0;
            }

            _words[i].Weight = WeightOf(_words[i], i, times);
        }
    }
}
