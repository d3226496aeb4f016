using System.Globalization;

namespace SocialListening.Matching;

/// <summary>
/// Reads a query by recursive descent: <c>or = and {OR and}</c>, <c>and = not {[AND] not}</c>, <c>not = {NOT | -} near</c>,
/// <c>near = primary [NEAR/n primary]</c>, <c>primary = ( or ) | term</c>.
/// </summary>
internal sealed class QueryParser
{
    private const int MaxNearDistance = 50;
    private const string AnyTerm = "a word, a \"phrase\", #hashtag, @handle, a field such as lang:fr, or (";

    private readonly IReadOnlyList<QueryToken> _tokens;
    private int _next;
    private int _terms;

    private QueryParser(IReadOnlyList<QueryToken> tokens) => _tokens = tokens;

    private QueryToken Current => _tokens[_next];

    /// <summary>Reads a query; errors are values.</summary>
    public static QueryParseResult Parse(string text)
    {
        if (text.Length > BrandQuery.MaxLength)
        {
            return Failed(new(BrandQuery.MaxLength + 1, $"the query has {text.Length} characters", $"at most {BrandQuery.MaxLength}"));
        }

        (IReadOnlyList<QueryToken> tokens, QueryError? error) = QueryLexer.Read(text);
        if (error is not null)
        {
            return Failed(error);
        }

        try
        {
            QueryParser parser = new(tokens);
            QueryNode root = parser.Or(1);
            return parser.Current.Kind == QueryTokenKind.End
                ? new QueryParseResult(new BrandQuery(root), null)
                : Failed(new(parser.Current.Column, "this ) closes nothing", "a ( before it, or no )"));
        }
        catch (QuerySyntaxException problem)
        {
            return Failed(problem.Error);
        }
    }

    private static QueryParseResult Failed(QueryError error) => new(null, error);

    private QueryNode Or(int depth)
    {
        List<QueryNode> parts = [And(depth)];
        while (Current.Kind == QueryTokenKind.Or)
        {
            _next++;
            parts.Add(And(depth));
        }

        return parts.Count == 1 ? parts[0] : new OrNode(new(parts.SelectMany(p => p is OrNode or ? or.Children : new([p]))));
    }

    private QueryNode And(int depth)
    {
        List<QueryNode> parts = [Not(depth)];
        while (Current.Kind is not (QueryTokenKind.Or or QueryTokenKind.Close or QueryTokenKind.End))
        {
            if (Current.Kind == QueryTokenKind.And)
            {
                _next++;
            }

            parts.Add(Not(depth));
        }

        return parts.Count == 1 ? parts[0] : new AndNode(new(parts.SelectMany(p => p is AndNode and ? and.Children : new([p]))));
    }

    private QueryNode Not(int depth)
    {
        if (depth > BrandQuery.MaxDepth)
        {
            throw Error(Current, "the query is nested too deeply", $"at most {BrandQuery.MaxDepth} levels");
        }

        if (Current.Kind != QueryTokenKind.Not)
        {
            return Near(depth);
        }

        _next++;
        return new NotNode(Not(depth + 1));
    }

    private QueryNode Near(int depth)
    {
        QueryToken start = Current;
        QueryNode left = Primary(depth);
        if (Current.Kind != QueryTokenKind.Near)
        {
            return left;
        }

        QueryToken near = Current;
        int distance = Distance(near);
        _next++;
        QueryToken after = Current;
        QueryNode right = Primary(depth);
        const string Operand = "a word, a \"phrase\", #hashtag or @handle on both sides of NEAR";
        if (left is not TextTerm leftTerm)
        {
            throw Error(start, "NEAR cannot take this part", Operand);
        }

        if (right is not TextTerm rightTerm)
        {
            throw Error(after, "NEAR cannot take this part", Operand);
        }

        return Current.Kind == QueryTokenKind.Near
            ? throw Error(Current, "NEAR joins two terms, not three", "AND, OR or another term")
            : new NearNode(leftTerm, rightTerm, distance);
    }

    private static int Distance(QueryToken near)
    {
        string number = near.Text["NEAR".Length..].TrimStart('/');
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int distance) && distance <= MaxNearDistance
            ? distance
            : throw Error(near, $"'{near.Text}' gives no distance", $"NEAR/n with n from 0 to {MaxNearDistance}, such as NEAR/5");
    }

    private QueryNode Primary(int depth)
    {
        QueryToken token = Current;
        switch (token.Kind)
        {
            case QueryTokenKind.Open:
                _next++;
                QueryNode inner = Or(depth + 1);
                if (Current.Kind != QueryTokenKind.Close)
                {
                    throw Error(Current, $"the ( at column {token.Column} is never closed", ")");
                }

                _next++;
                return inner;
            case QueryTokenKind.Bare or QueryTokenKind.Quoted:
                if (++_terms > BrandQuery.MaxTerms)
                {
                    throw Error(token, "the query has too many terms", $"at most {BrandQuery.MaxTerms}");
                }

                _next++;
                return QueryTermReader.Read(token);
            case QueryTokenKind.End:
                throw Error(token, _next == 0 ? "the query is empty" : "the query ends too early", AnyTerm);
            case QueryTokenKind.Close:
                throw Error(token, "nothing stands before this )", AnyTerm);
            default:
                throw Error(token, $"{token.Text} needs a term here", AnyTerm);
        }
    }

    private static QuerySyntaxException Error(QueryToken at, string message, string expected) => new(new QueryError(at.Column, message, expected));
}
