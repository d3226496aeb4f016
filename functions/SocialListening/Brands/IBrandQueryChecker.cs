namespace SocialListening.Brands;

/// <summary>Checks the queries of a brand file.</summary>
public interface IBrandQueryChecker
{
    /// <summary>Gives the first problem of a query; <see langword="null"/> for a good one.</summary>
    /// <param name="query">The query, in the brand query language.</param>
    BrandQueryProblem? Check(string query);

    /// <summary>Whether a platform's search can be asked for the query.</summary>
    /// <param name="query">A good query.</param>
    /// <param name="platform">The platform's short name.</param>
    bool CanSearch(string query, string platform);
}
