using SocialListening.Contracts;

namespace SocialListening.Platforms;

/// <summary>Finds what to ask a platform for.</summary>
internal static class SearchTerms
{
    /// <summary>The source's own terms, else the brand's query in the platform's syntax; <see langword="null"/> when neither gives any.</summary>
    public static string? Of(FetchRequest request, IPlatformQueryRenderer renderer)
    {
        var terms = request.Source.Terms;
        if (string.IsNullOrWhiteSpace(terms))
        {
            terms = renderer.Render(request.Brand, request.Source.Platform);
        }

        return string.IsNullOrWhiteSpace(terms) ? null : terms.Trim();
    }

    /// <summary>The failure of a source that has nothing to ask for.</summary>
    public static FetchFailure Missing(SourceQuery source) => new(
        FailureClass.Permanent,
        $"source {source.Id} has nothing to search for: its brand's query cannot be put into {source.Platform}'s search; give the source terms");
}
