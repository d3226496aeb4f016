namespace SocialListening.Matching;

/// <summary>Carries an error out of the parser's recursion; never leaves the parser.</summary>
internal sealed class QuerySyntaxException(QueryError error) : Exception(error.Message)
{
    /// <summary>The error.</summary>
    public QueryError Error { get; } = error;
}
