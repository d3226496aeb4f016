using System.Runtime.CompilerServices;
using SocialListening.Scoring.Phrases;

namespace SocialListening.Scoring;

/// <summary>Leaves the names of brands out of key phrases, whoever found them: every post of a brand names it. Safe for many threads.</summary>
/// <param name="names">How the brands are named.</param>
internal sealed class BrandPhrases(IBrandNames names)
{
    private readonly ConditionalWeakTable<IReadOnlyList<string>, OwnNames> _own = [];

    /// <summary>The phrases but for those that are nothing but a name of the brand, its handle, or a part of them; the same list when none is.</summary>
    /// <param name="brandId">The brand.</param>
    /// <param name="phrases">The phrases.</param>
    public IReadOnlyList<string> Without(string brandId, IReadOnlyList<string> phrases) => Without(names.Of(brandId), phrases);

    /// <summary>The same for names that were looked up already.</summary>
    /// <param name="own">The names, as <see cref="IBrandNames"/> gave them.</param>
    /// <param name="phrases">The phrases.</param>
    public IReadOnlyList<string> Without(IReadOnlyList<string> own, IReadOnlyList<string> phrases)
    {
        if (phrases.Count == 0)
        {
            return phrases;
        }

        var known = _own.GetValue(own, static list => new OwnNames(list));
        for (var i = 0; i < phrases.Count; i++)
        {
            if (known.IsOwn(phrases[i]))
            {
                return Others(phrases, known);
            }
        }

        return phrases;
    }

    private static string[] Others(IReadOnlyList<string> phrases, OwnNames own) => [.. phrases.Where(phrase => !own.IsOwn(phrase))];
}
