namespace SocialListening.Matching;

/// <summary>How a platform's search combines terms.</summary>
internal enum SearchShape
{
    /// <summary>Every term has to be found: there is no OR.</summary>
    AllOf,

    /// <summary>Either all terms or any term, without parentheses.</summary>
    AnyOrAllOf,

    /// <summary>AND and OR in parentheses.</summary>
    Nested,
}
