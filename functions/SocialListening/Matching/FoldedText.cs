using System.Buffers;
using System.Text;

namespace SocialListening.Matching;

/// <summary>A text folded and cut into tokens once, to be tested against many terms. Reusable, for one thread at a time.</summary>
internal sealed class FoldedText
{
    /// <summary>Marks in a row that are kept, as in Unicode's stream-safe format; more are dropped, so that normalising stays linear.</summary>
    private const int MaxMarksInARow = 30;

    private const int KeptCapacity = 16 * 1024;

    private char[] _chars = new char[512];
    private int _length;
    private int _textLength;
    private bool _afterAlphabetic;
    private bool _compose;
    private int _marks;

    /// <summary>The tokens, in the order of the text.</summary>
    public List<TextToken> Tokens { get; } = new(64);

    /// <summary>The folded letters of a token.</summary>
    public ReadOnlySpan<char> this[TextToken token] => _chars.AsSpan(token.Start, token.Length);

    /// <summary>The folded text without its tokens' clean copies.</summary>
    public ReadOnlySpan<char> Text => _chars.AsSpan(0, _textLength);

    /// <summary>The fold of a text as a string of its own.</summary>
    public static string Fold(string text)
    {
        FoldedText folded = new();
        folded.FoldOnly(text);
        return folded.Text.ToString();
    }

    /// <summary>Reads a post: words, runs, hashtags, handles and links.</summary>
    public void Read(string text)
    {
        FoldOnly(text);
        new Tokenizer(this).Run(wordsOnly: false);
    }

    /// <summary>Reads a phrase of a query: only words and runs; <c>#</c> and <c>@</c> separate.</summary>
    public void ReadWords(string text)
    {
        FoldOnly(text);
        new Tokenizer(this).Run(wordsOnly: true);
    }

    /// <summary>Adds a clean copy of a tag behind the text and gives where it begins.</summary>
    public int AddWithoutUnderscores(int start, int end)
    {
        int copy = _length;
        for (int i = start; i < end; i++)
        {
            if (_chars[i] != '_')
            {
                Append(_chars[i]);
            }
        }

        return copy;
    }

    /// <summary>Where the copies end.</summary>
    public int Length => _length;

    private void FoldOnly(string text)
    {
        Tokens.Clear();
        if (_chars.Length > KeptCapacity && text.Length < KeptCapacity / 2)
        {
            _chars = new char[512];
        }

        (_length, _marks, _afterAlphabetic, _compose) = (0, 0, false, false);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c < 0x80)
            {
                Append(char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c);
                (_afterAlphabetic, _marks) = (char.IsAsciiLetter(c), 0);
            }
            else if (!char.IsSurrogate(c))
            {
                AppendFold(CharFolding.Of(c));
            }
            else if (Rune.DecodeFromUtf16(text.AsSpan(i), out Rune rune, out _) == OperationStatus.Done)
            {
                AppendFold(CharFolding.Of(rune));
                i++;
            }
            else
            {
                Append(' ');
                _afterAlphabetic = false;
            }
        }

        if (_compose)
        {
            string composed = new string(_chars, 0, _length).Normalize(NormalizationForm.FormC);
            _length = 0;
            foreach (char c in composed)
            {
                Append(c);
            }
        }

        _textLength = _length;
    }

    private void AppendFold(string fold)
    {
        foreach (char c in fold)
        {
            if (CharClass.IsMark(c))
            {
                if (!_afterAlphabetic && ++_marks <= MaxMarksInARow)
                {
                    _compose = true;
                    Append(c);
                }

                continue;
            }

            Append(c);
            _marks = 0;
            _afterAlphabetic = CharClass.IsAlphabetic(c);
            _compose |= c is (>= '\u1100' and <= '\u11FF') or (>= '\uA960' and <= '\uA97F') or (>= '\uD7B0' and <= '\uD7FF');
        }
    }

    private void Append(char c)
    {
        if (_length == _chars.Length)
        {
            Array.Resize(ref _chars, _chars.Length * 2);
        }

        _chars[_length++] = c;
    }
}
