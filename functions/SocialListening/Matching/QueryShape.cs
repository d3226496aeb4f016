namespace SocialListening.Matching;

/// <summary>Questions about a query that need no text.</summary>
internal static class QueryShape
{
    /// <summary>Whether the query is true when every single term is false.</summary>
    public static bool IsTrueWithoutAny(QueryNode node) => CanBeTrue(node, fieldsMayHold: false);

    /// <summary>Whether the query can be true for a text that holds none of its text terms.</summary>
    public static bool CanBeTrueWithoutText(QueryNode node) => CanBeTrue(node, fieldsMayHold: true);

    private static bool CanBeTrue(QueryNode node, bool fieldsMayHold) => node switch
    {
        FieldTerm => fieldsMayHold,
        NotNode not => CanBeFalse(not.Child, fieldsMayHold),
        AndNode and => and.Children.All(c => CanBeTrue(c, fieldsMayHold)),
        OrNode or => or.Children.Any(c => CanBeTrue(c, fieldsMayHold)),
        _ => false,
    };

    private static bool CanBeFalse(QueryNode node, bool fieldsMayHold) => node switch
    {
        NotNode not => CanBeTrue(not.Child, fieldsMayHold),
        AndNode and => and.Children.Any(c => CanBeFalse(c, fieldsMayHold)),
        OrNode or => or.Children.All(c => CanBeFalse(c, fieldsMayHold)),
        _ => true,
    };
}
