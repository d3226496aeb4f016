namespace SocialListening.Matching;

/// <summary>Cuts a query into pieces.</summary>
internal static class QueryLexer
{
    /// <summary>Gives the pieces with an end piece, or the first error.</summary>
    public static (IReadOnlyList<QueryToken> Tokens, QueryError? Error) Read(string text)
    {
        List<QueryToken> tokens = [];
        int i = 0;
        while (i < text.Length)
        {
            char c = text[i];
            if (char.IsWhiteSpace(c) || c == '\uFEFF')
            {
                i++;
            }
            else if (c is '(' or ')')
            {
                tokens.Add(new(c == '(' ? QueryTokenKind.Open : QueryTokenKind.Close, c.ToString(), ++i));
            }
            else if (IsOpeningQuote(c))
            {
                int end = ClosingQuote(text, i + 1, c);
                if (end < 0)
                {
                    return ([], new QueryError(i + 1, "the quote is never closed", "a closing quote"));
                }

                tokens.Add(new(QueryTokenKind.Quoted, text[(i + 1)..end].Trim(), i + 1));
                i = end + 1;
            }
            else if (c == '-' && i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1]))
            {
                tokens.Add(new(QueryTokenKind.Not, "-", ++i));
            }
            else
            {
                i = ReadBare(text, i, tokens);
            }
        }

        tokens.Add(new(QueryTokenKind.End, "", text.Length + 1));
        return (tokens, null);
    }

    private static int ReadBare(string text, int start, List<QueryToken> tokens)
    {
        int end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('(' or ')') && !IsOpeningQuote(text[end]))
        {
            end++;
        }

        // name:"quoted value" is one piece.
        if (end < text.Length && text[end - 1] == ':' && IsOpeningQuote(text[end]) && ClosingQuote(text, end + 1, text[end]) is var close and > 0)
        {
            tokens.Add(new(QueryTokenKind.Bare, text[start..end] + text[(end + 1)..close], start + 1));
            return close + 1;
        }

        string word = text[start..end];
        QueryTokenKind kind = word switch
        {
            "AND" => QueryTokenKind.And,
            "OR" => QueryTokenKind.Or,
            "NOT" => QueryTokenKind.Not,
            "NEAR" => QueryTokenKind.Near,
            _ => word.StartsWith("NEAR/", StringComparison.Ordinal) ? QueryTokenKind.Near : QueryTokenKind.Bare,
        };
        tokens.Add(new(kind, word, start + 1));
        return end;
    }

    private static bool IsOpeningQuote(char c) => c is '"' or '\u201C' or '\u201D' or '\u201E' or '«';

    private static int ClosingQuote(string text, int from, char opening) => opening switch
    {
        '"' => text.IndexOf('"', from),
        '«' => text.IndexOf('»', from),
        _ => text.AsSpan(from).IndexOfAny('\u201C', '\u201D') is var at and >= 0 ? from + at : -1,
    };
}
