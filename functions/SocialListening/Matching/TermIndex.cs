namespace SocialListening.Matching;

/// <summary>
/// All text terms of all queries, by the word with which they begin, so that a text is looked up word by word however many brands there are.
/// Immutable once built.
/// </summary>
internal sealed class TermIndex
{
    private readonly Dictionary<TextTerm, int> _ids = [];
    private readonly List<TextTerm> _terms = [];
    private readonly HashSet<int> _positioned = [];
    private readonly WordTable _words = new();
    private readonly WordTable _wordPrefixes = new();
    private readonly WordTable _tags = new();
    private readonly WordTable _tagPrefixes = new();
    private readonly WordTable _handles = new();
    private readonly List<int> _runs = [];

    /// <summary>How many terms there are.</summary>
    public int Count => _terms.Count;

    /// <summary>Adds a term unless it is there, and gives its number.</summary>
    public int Add(TextTerm term)
    {
        if (_ids.TryGetValue(term, out int known))
        {
            return known;
        }

        int id = _terms.Count;
        _ids.Add(term, id);
        _terms.Add(term);
        switch (term)
        {
            case HashtagTerm tag:
                (tag.Prefix ? _tagPrefixes : _tags).Add(tag.Tag, id);
                break;
            case HandleTerm handle:
                _handles.Add(handle.Handle, id);
                break;
            case PhraseTerm phrase:
                AddPhrase(phrase, id);
                break;
            default:
                throw new ArgumentException($"A query has no term {term.GetType().Name}.", nameof(term));
        }

        return id;
    }

    /// <summary>Asks that the places of a term be noted, for NEAR.</summary>
    public void NotePlaces(int id) => _positioned.Add(id);

    /// <summary>Finds every term of a text that was read.</summary>
    public void Find(MatchWorkspace work)
    {
        FoldedText text = work.Text;
        for (int i = 0; i < text.Tokens.Count; i++)
        {
            TextToken token = text.Tokens[i];
            ReadOnlySpan<char> word = text[token];
            switch (token.Kind)
            {
                case TokenKind.Word:
                    FindWord(work, word, i);
                    break;
                case TokenKind.Run:
                    FindRuns(work, i);
                    break;
                case TokenKind.Hashtag:
                    FindWord(work, word, i);
                    FindRuns(work, i);
                    FindAll(work, _tags.Find(word), i);
                    FindPrefixes(work, _tagPrefixes, word, i);
                    break;
                case TokenKind.Handle:
                    FindAll(work, _handles.Find(word), i);
                    if (token.NameLength != token.Length)
                    {
                        FindAll(work, _handles.Find(word[..token.NameLength]), i);
                    }

                    break;
                default:
                    break;
            }
        }
    }

    private void AddPhrase(PhraseTerm phrase, int id)
    {
        string first = phrase.Words[0];
        if (CharClass.IsUnspaced(first[0]))
        {
            _runs.Add(id);
        }
        else if (phrase.Words.Count == 1 && phrase.Prefix)
        {
            _wordPrefixes.Add(first, id);
        }
        else
        {
            _words.Add(first, id);
        }

        if (phrase.Words.Count > 1)
        {
            (phrase.Prefix ? _tagPrefixes : _tags).Add(string.Concat(phrase.Words), id);
        }
    }

    private void FindWord(MatchWorkspace work, ReadOnlySpan<char> word, int at)
    {
        foreach (int id in _words.Find(word))
        {
            PhraseTerm phrase = (PhraseTerm)_terms[id];
            if (phrase.Words.Count == 1 || RestFollows(work.Text, phrase, at))
            {
                Hit(work, id, at, at + phrase.Words.Count - 1);
            }
        }

        FindPrefixes(work, _wordPrefixes, word, at);
    }

    private void FindPrefixes(MatchWorkspace work, WordTable table, ReadOnlySpan<char> word, int at)
    {
        foreach (int length in table.Lengths)
        {
            if (length > word.Length)
            {
                break;
            }

            FindAll(work, table.Find(word[..length]), at);
        }
    }

    private void FindAll(MatchWorkspace work, ReadOnlySpan<int> ids, int at)
    {
        foreach (int id in ids)
        {
            Hit(work, id, at, at);
        }
    }

    private void FindRuns(MatchWorkspace work, int at)
    {
        foreach (int id in _runs)
        {
            PhraseTerm phrase = (PhraseTerm)_terms[id];
            ReadOnlySpan<char> token = work.Text[work.Text.Tokens[at]];
            bool found = phrase.Words.Count == 1
                ? token.Contains(phrase.Words[0], StringComparison.Ordinal)
                : token.EndsWith(phrase.Words[0], StringComparison.Ordinal) && RestFollows(work.Text, phrase, at);
            if (found)
            {
                Hit(work, id, at, at + phrase.Words.Count - 1);
            }
        }
    }

    private static bool RestFollows(FoldedText text, PhraseTerm phrase, int at)
    {
        int count = phrase.Words.Count;
        if (at + count > text.Tokens.Count)
        {
            return false;
        }

        for (int k = 1; k < count; k++)
        {
            TextToken token = text.Tokens[at + k];
            string word = phrase.Words[k];
            bool mayGoOn = k == count - 1 && (phrase.Prefix || CharClass.IsUnspaced(word[0]));
            if (token.Kind is TokenKind.Handle or TokenKind.Link
                || !(mayGoOn ? text[token].StartsWith(word, StringComparison.Ordinal) : text[token].SequenceEqual(word)))
            {
                return false;
            }
        }

        return true;
    }

    private void Hit(MatchWorkspace work, int id, int first, int last)
    {
        work.Hit(id);
        if (_positioned.Contains(id))
        {
            work.NotePlace(id, first, last);
        }
    }
}
