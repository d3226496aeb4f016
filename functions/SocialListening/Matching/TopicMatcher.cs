using System.Collections.Frozen;
using SocialListening.Collecting;
using SocialListening.Contracts;

namespace SocialListening.Matching;

/// <summary>Evaluates the topics' queries on mentions that matched their brand. Mentions of brands without topics cost nothing. Thread-safe.</summary>
public sealed class TopicMatcher : ITopicMatcher
{
    private readonly FrozenSet<string> _brandsWithTopics;
    private readonly MentionMatcher _queries;

    /// <summary>Reads the topics of the brands.</summary>
    /// <param name="brands">The brands, with valid topic queries.</param>
    /// <exception cref="ArgumentException">A query cannot be read; names the topic and points at the column.</exception>
    public TopicMatcher(IEnumerable<Brand> brands)
    {
        ArgumentNullException.ThrowIfNull(brands);
        var all = brands.ToArray();
        _brandsWithTopics = all.Where(brand => brand.Topics.Count > 0).Select(brand => brand.Id).ToFrozenSet(StringComparer.Ordinal);
        _queries = new MentionMatcher(all.SelectMany(brand => brand.Topics.Select(topic => Parse(brand, topic))).ToArray());
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Match(Mention mention, IReadOnlyList<string> brandIds)
    {
        ArgumentNullException.ThrowIfNull(brandIds);
        return brandIds.Any(_brandsWithTopics.Contains)
            ? [.. _queries.Match(mention).Where(key => brandIds.Any(brandId => TopicKey.IsOf(key, brandId)))]
            : [];
    }

    private static KeyValuePair<string, BrandQuery> Parse(Brand brand, BrandTopic topic)
    {
        var key = TopicKey.Of(brand.Id, topic.Id);
        var parsed = BrandQuery.Parse(topic.Query);
        return parsed.IsValid
            ? new(key, parsed.Query)
            : throw new ArgumentException($"The query of topic '{key}' cannot be read:\n{parsed.Error.ToCaret(topic.Query)}", nameof(brand));
    }
}
