using System.Runtime.CompilerServices;
using SocialListening.Brands;
using SocialListening.Collecting;

namespace SocialListening.Matching;

/// <summary>Makes the matchers of each snapshot of the brands once, and keeps them for as long as somebody holds the snapshot. Thread-safe.</summary>
internal sealed class SnapshotMatching : IBrandMatching
{
    private readonly ConditionalWeakTable<BrandSnapshot, Lazy<BrandMatchers>> _made = [];

    /// <inheritdoc />
    public BrandMatchers Of(BrandSnapshot brands) => _made.GetValue(brands, static key => new Lazy<BrandMatchers>(() => Make(key))).Value;

    private static BrandMatchers Make(BrandSnapshot brands) => new(new MentionMatcher(brands.Brands.Values), new TopicMatcher(brands.Brands.Values));
}
