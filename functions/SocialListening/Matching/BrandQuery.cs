using SocialListening.Contracts;

namespace SocialListening.Matching;

/// <summary>
/// A parsed query of the brand query language, described in this folder's <c>README.md</c>. Immutable and safe to share between threads.
/// </summary>
public sealed class BrandQuery
{
    /// <summary>The most characters of a query: 4,096.</summary>
    public const int MaxLength = 4096;

    /// <summary>The deepest nesting of parentheses and negations: 32.</summary>
    public const int MaxDepth = 32;

    /// <summary>The most terms of a query: 200.</summary>
    public const int MaxTerms = 200;

    private readonly Lazy<MentionMatcher> _matcher;

    internal BrandQuery(QueryNode root)
    {
        Root = root;
        _matcher = new Lazy<MentionMatcher>(() => new MentionMatcher([new KeyValuePair<string, BrandQuery>("", this)]));
    }

    internal QueryNode Root { get; }

    /// <summary>
    /// Whether the query matches a post of which nothing is known, so that it asks for nothing in particular:
    /// <c>-atlas</c>, but not <c>café -atlas</c>. Such a query is allowed by the language but is no use to a brand.
    /// </summary>
    public bool MatchesAnything => QueryShape.IsTrueWithoutAny(Root);

    /// <summary>Reads a query.</summary>
    /// <param name="text">The query.</param>
    /// <returns>The query or the first error; never throws for what the text says.</returns>
    public static QueryParseResult Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return QueryParser.Parse(text);
    }

    /// <summary>Whether the query matches a mention. For many queries at once use <see cref="MentionMatcher"/>.</summary>
    /// <param name="mention">The mention.</param>
    public bool IsMatch(Mention mention) => _matcher.Value.Match(mention).Count > 0;

    /// <summary>The query in its normal form: reading it again gives an equal query.</summary>
    public override string ToString() => QueryPrinter.Print(Root);
}
