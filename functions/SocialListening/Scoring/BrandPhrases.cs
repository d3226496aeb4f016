using System.Collections.Concurrent;
using SocialListening.Scoring.Phrases;

namespace SocialListening.Scoring;

/// <summary>Leaves the names of brands out of key phrases, whoever found them: every post of a brand names it. Safe for many threads.</summary>
/// <param name="names">How the brands are named.</param>
internal sealed class BrandPhrases(IBrandNames names)
{
    private readonly ConcurrentDictionary<string, OwnNames> _own = new(StringComparer.Ordinal);

    /// <summary>The phrases but for those that are nothing but a name of the brand, its handle, or a part of them; the same list when none is.</summary>
    /// <param name="brandId">The brand.</param>
    /// <param name="phrases">The phrases.</param>
    public IReadOnlyList<string> Without(string brandId, IReadOnlyList<string> phrases)
    {
        if (phrases.Count == 0)
        {
            return phrases;
        }

        if (!_own.TryGetValue(brandId, out var own))
        {
            own = _own.GetOrAdd(brandId, new OwnNames(names.Of(brandId)));
        }

        for (var i = 0; i < phrases.Count; i++)
        {
            if (own.IsOwn(phrases[i]))
            {
                return Others(phrases, own);
            }
        }

        return phrases;
    }

    private static string[] Others(IReadOnlyList<string> phrases, OwnNames own) => [.. phrases.Where(phrase => !own.IsOwn(phrase))];
}
