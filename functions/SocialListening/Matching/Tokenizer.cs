namespace SocialListening.Matching;

/// <summary>Cuts a folded text into tokens in one pass.</summary>
internal readonly ref struct Tokenizer(FoldedText folded)
{
    private const string BlueskyServer = ".bsky.social";

    private readonly FoldedText _folded = folded;
    private readonly ReadOnlySpan<char> _text = folded.Text;

    /// <summary>Adds the tokens to the text.</summary>
    /// <param name="wordsOnly">Whether tags, handles and links are read as plain words.</param>
    public void Run(bool wordsOnly)
    {
        int i = 0;
        while (i < _text.Length)
        {
            char c = _text[i];
            if (CharClass.IsWord(c))
            {
                i = wordsOnly ? Word(i) : WordOrLink(i);
            }
            else if (!wordsOnly && c is '#' or '@' && i + 1 < _text.Length && (i == 0 || !CharClass.IsWord(_text[i - 1])))
            {
                i = c == '#' ? Hashtag(i + 1) : Handle(i + 1);
            }
            else
            {
                i++;
            }
        }
    }

    private void Add(TokenKind kind, int start, int end, int nameLength = -1) =>
        _folded.Tokens.Add(new TextToken(kind, start, end - start, nameLength < 0 ? end - start : nameLength));

    private int Word(int start)
    {
        int end = WordEnd(start);
        Add(CharClass.IsUnspaced(_text[start]) ? TokenKind.Run : TokenKind.Word, start, end);
        return end;
    }

    private int WordEnd(int start)
    {
        bool unspaced = CharClass.IsUnspaced(_text[start]);
        int i = start + 1;
        while (i < _text.Length)
        {
            char c = _text[i];
            bool follows = CharClass.IsMark(c) || char.IsLowSurrogate(c) || (CharClass.IsWord(c) && CharClass.IsUnspaced(c) == unspaced);
            if (!follows)
            {
                break;
            }

            i++;
        }

        return i;
    }

    private int WordOrLink(int start)
    {
        int end = WordEnd(start);
        ReadOnlySpan<char> word = _text[start..end];
        bool link = (word is "http" or "https" && _text[end..].StartsWith("://", StringComparison.Ordinal))
            || (word is "www" && end < _text.Length && _text[end] == '.');
        if (!link)
        {
            Add(CharClass.IsUnspaced(_text[start]) ? TokenKind.Run : TokenKind.Word, start, end);
            return end;
        }

        while (end < _text.Length && !char.IsWhiteSpace(_text[end]) && _text[end] is not ('<' or '>' or '"') && !CharClass.IsUnspaced(_text[end]))
        {
            end++;
        }

        Add(TokenKind.Link, start, end);
        return end;
    }

    private int Hashtag(int start)
    {
        int end = start;
        bool underscores = false;
        while (end < _text.Length && (CharClass.IsWord(_text[end]) || CharClass.IsMark(_text[end]) || char.IsLowSurrogate(_text[end]) || _text[end] == '_'))
        {
            underscores |= _text[end] == '_';
            end++;
        }

        if (!underscores)
        {
            if (end > start)
            {
                Add(TokenKind.Hashtag, start, end);
            }

            return end;
        }

        int copy = _folded.AddWithoutUnderscores(start, end);
        if (_folded.Length > copy)
        {
            Add(TokenKind.Hashtag, copy, _folded.Length);
        }

        return end;
    }

    private int Handle(int start)
    {
        int end = NameEnd(start);
        if (end == start)
        {
            return start;
        }

        int name = end - start;
        if (end + 1 < _text.Length && _text[end] == '@' && NameEnd(end + 1) is var server && server > end + 1)
        {
            end = server;
        }
        else if (_text[start..end].EndsWith(BlueskyServer, StringComparison.Ordinal))
        {
            name -= BlueskyServer.Length;
        }

        Add(TokenKind.Handle, start, end, name);
        return end;
    }

    private int NameEnd(int start)
    {
        int end = start;
        while (end < _text.Length && (CharClass.IsWord(_text[end]) || _text[end] is '_' or '.' or '-'))
        {
            end++;
        }

        while (end > start && _text[end - 1] is '.' or '-')
        {
            end--;
        }

        return end;
    }
}
