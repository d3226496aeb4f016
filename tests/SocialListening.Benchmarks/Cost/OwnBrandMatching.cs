using SocialListening.Brands;
using SocialListening.Collecting;
using SocialListening.Contracts;
using SocialListening.Matching;

namespace SocialListening.Benchmarks.Cost;

/// <summary>Gives a mention to the brand whose source found it: the copies of a brand have the same query.</summary>
/// <param name="brands">The brands.</param>
internal sealed class OwnBrandMatching(IReadOnlyList<Brand> brands) : IBrandMatching, IMentionMatcher
{
    private readonly TopicMatcher _topics = new(brands);

    public BrandMatchers Of(BrandSnapshot snapshot) => new(this, _topics);

    public IReadOnlyList<string> Match(Mention mention)
    {
        var source = int.Parse(mention.PlatformPostId.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture);
        return [brands[source / CostStream.SourcesPerBrand].Id];
    }
}
