using SocialListening.Collecting;
using SocialListening.Contracts;

namespace SocialListening.Benchmarks.Cost;

/// <summary>Gives a mention to the brand whose source found it: the copies of a brand have the same query.</summary>
/// <param name="brands">The brands.</param>
internal sealed class OwnBrandMatcher(IReadOnlyList<Brand> brands) : IMentionMatcher
{
    public IReadOnlyList<string> Match(Mention mention)
    {
        var source = int.Parse(mention.PlatformPostId.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture);
        return [brands[source / CostStream.SourcesPerBrand].Id];
    }
}
