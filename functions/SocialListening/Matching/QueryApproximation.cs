namespace SocialListening.Matching;

/// <summary>
/// Weakens a query to what a platform can say, never excluding anything that the query matches. Negated terms are given up:
/// platforms find more for a word than this language does (stems, addresses), so excluding the word there would exclude too much.
/// </summary>
internal sealed class QueryApproximation(string platform, PlatformSyntax syntax)
{
    /// <summary>Everything: an empty conjunction.</summary>
    public static readonly QueryNode Everything = new AndNode(new([]));

    /// <summary>Nothing: an empty alternative.</summary>
    public static readonly QueryNode Nothing = new OrNode(new([]));

    /// <summary>Gives a query that is implied by the given one; may be <see cref="Everything"/> or <see cref="Nothing"/>.</summary>
    public QueryNode Weaken(QueryNode node)
    {
        QueryNode weak = Positive(node);
        return syntax.Shape switch
        {
            SearchShape.AllOf => All(Required(weak)),
            SearchShape.AnyOrAllOf => Flat(weak),
            _ => weak,
        };
    }

    private QueryNode Positive(QueryNode node) => node switch
    {
        PhraseTerm { Prefix: true } or HashtagTerm { Prefix: true } => Everything,
        TextTerm => node,
        NearNode near => All([Positive(near.Left), Positive(near.Right)]),
        FieldTerm field => Field(field),
        NotNode not => Negative(not.Child),
        AndNode and => All(and.Children.Select(Positive)),
        OrNode or => Any(or.Children.Select(Positive)),
        _ => Everything,
    };

    private QueryNode Negative(QueryNode node) => node switch
    {
        NotNode not => Positive(not.Child),
        AndNode and => Any(and.Children.Select(Negative)),
        OrNode or => All(or.Children.Select(Negative)),
        FieldTerm { Field: QueryField.Platform } field => field.Value == platform ? Nothing : Everything,
        _ => Everything,
    };

    private QueryNode Field(FieldTerm field) => field.Field switch
    {
        QueryField.Platform => field.Value == platform || platform == "generic" ? Everything : Nothing,
        QueryField.Lang when syntax.Language && !field.Value.Contains('-', StringComparison.Ordinal) => field,
        QueryField.Author when syntax.From => field,
        _ => Everything,
    };

    /// <summary>The terms that must be found whatever alternative holds; <see langword="null"/> when nothing can hold.</summary>
    private static List<QueryNode>? Required(QueryNode node)
    {
        switch (node)
        {
            case AndNode and:
                List<QueryNode>[] parts = and.Children.Select(Required).OfType<List<QueryNode>>().ToArray();
                return parts.Length < and.Children.Count ? null : parts.SelectMany(p => p).Distinct().ToList();
            case OrNode or:
                List<QueryNode>[] ways = or.Children.Select(Required).OfType<List<QueryNode>>().ToArray();
                return ways.Length == 0 ? null : ways.Aggregate((a, b) => a.Intersect(b).ToList());
            default:
                return [node];
        }
    }

    private static QueryNode Flat(QueryNode node)
    {
        if (node is OrNode or && or.Children.All(c => c is TextTerm))
        {
            return node;
        }

        List<QueryNode>? required = Required(node);
        if (required is null or { Count: > 0 })
        {
            return All(required);
        }

        return node is AndNode and
            ? and.Children.FirstOrDefault(c => c is OrNode part && part.Children.All(t => t is TextTerm)) ?? Everything
            : Everything;
    }

    private static QueryNode All(IEnumerable<QueryNode>? parts)
    {
        if (parts is null)
        {
            return Nothing;
        }

        QueryNode[] flat = parts.SelectMany(p => p is AndNode and ? and.Children : new([p])).Distinct().ToArray();
        return flat.Any(Nothing.Equals) ? Nothing : flat.Length == 1 ? flat[0] : new AndNode(new(flat));
    }

    private static QueryNode Any(IEnumerable<QueryNode> parts)
    {
        QueryNode[] flat = parts.SelectMany(p => p is OrNode or ? or.Children : new([p])).Distinct().ToArray();
        return flat.Any(Everything.Equals) ? Everything : flat.Length == 1 ? flat[0] : new OrNode(new(flat));
    }
}
