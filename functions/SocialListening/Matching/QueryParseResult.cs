using System.Diagnostics.CodeAnalysis;

namespace SocialListening.Matching;

/// <summary>A query, or why there is none.</summary>
/// <param name="Query">The query; <see langword="null"/> when it cannot be read.</param>
/// <param name="Error">The first error; <see langword="null"/> when there is none.</param>
public sealed record QueryParseResult(BrandQuery? Query, QueryError? Error)
{
    /// <summary>Whether the query could be read.</summary>
    [MemberNotNullWhen(true, nameof(Query))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsValid => Query is not null;
}
