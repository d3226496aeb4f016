using SocialListening.Brands;
using SocialListening.Contracts;

namespace SocialListening.Matching;

/// <summary>Checks the queries of a brand file with the language's own reader.</summary>
internal sealed class BrandQueryChecker : IBrandQueryChecker
{
    private readonly PlatformQueryRenderer _renderer = new();

    /// <inheritdoc />
    public BrandQueryProblem? Check(string query)
    {
        QueryParseResult parsed = BrandQuery.Parse(query);
        if (!parsed.IsValid)
        {
            return new BrandQueryProblem(parsed.Error.Column, parsed.Error.Message, "Expected " + parsed.Error.Expected + ".");
        }

        return parsed.Query.MatchesAnything
            ? new BrandQueryProblem(1, "the query matches posts that say nothing of the brand", "Name at least one word, phrase, hashtag, handle or field that every match must have.")
            : null;
    }

    /// <inheritdoc />
    public bool CanSearch(string query, string platform) =>
        _renderer.Render(new Brand { Id = "check", Name = "check", Query = query }, platform).Length > 0;
}
