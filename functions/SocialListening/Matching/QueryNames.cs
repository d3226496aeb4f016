namespace SocialListening.Matching;

/// <summary>Which terms of a query name what it looks for.</summary>
internal static class QueryNames
{
    /// <summary>The terms as written that alone make a post match, but for conditions on where and by whom it was posted and for what is excluded.</summary>
    /// <param name="query">The query.</param>
    public static IEnumerable<string> Of(BrandQuery query) => Of(query.Root);

    private static IEnumerable<string> Of(QueryNode node) => node switch
    {
        PhraseTerm { Prefix: false } phrase => [phrase.Original],
        HashtagTerm { Prefix: false } tag => [tag.Original],
        HandleTerm handle => [handle.Original],
        OrNode or => or.Children.SelectMany(Of),
        AndNode and => and.Children.Where(child => child is not (NotNode or FieldTerm)).ToArray() is [var only] ? Of(only) : [],
        _ => [],
    };
}
