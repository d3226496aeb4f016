using System.Collections.Concurrent;
using SocialListening.Contracts;
using SocialListening.Platforms;

namespace SocialListening.Matching;

/// <summary>
/// Writes a brand's query in a platform's own search syntax as far as that goes. What it asks for is never less than the query
/// matches, as far as terms go; the matcher filters the rest. Safe for many threads at once.
/// </summary>
internal sealed class PlatformQueryRenderer : IPlatformQueryRenderer
{
    // Definitions change while the process runs, and those that are tried and refused are rendered too.
    private const int MostKept = 10_000;

    private readonly ConcurrentDictionary<(string Query, string Platform), string> _rendered = new();

    /// <inheritdoc />
    /// <returns>
    /// The search text; empty when the platform has no text search, when its search cannot say anything of the query
    /// (alternatives without a common term where there is no OR), or when the query excludes the platform.
    /// </returns>
    /// <exception cref="ArgumentException">The query cannot be read.</exception>
    public string Render(Brand brand, string platform)
    {
        ArgumentNullException.ThrowIfNull(brand);
        if (_rendered.Count > MostKept)
        {
            _rendered.Clear();
        }

        return _rendered.GetOrAdd((brand.Query, platform), static key => Render(key.Query, key.Platform));
    }

    private static string Render(string query, string platform)
    {
        QueryParseResult parsed = BrandQuery.Parse(query);
        if (!parsed.IsValid)
        {
            throw new ArgumentException($"The query cannot be read:\n{parsed.Error.ToCaret(query)}", nameof(query));
        }

        PlatformSyntax? syntax = PlatformSyntax.Of(platform);
        return syntax is null ? "" : new PlatformQueryWriter(syntax).Write(new QueryApproximation(platform, syntax).Weaken(parsed.Query.Root));
    }
}
