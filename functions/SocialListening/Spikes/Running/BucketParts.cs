using SocialListening.Contracts;

namespace SocialListening.Spikes.Running;

/// <summary>The series within a brand: what is negative, and each platform, topic and reach of authors.</summary>
internal static class BucketParts
{
    /// <summary>The series of negative mentions.</summary>
    public const string Negative = "negative";

    /// <summary>How the series of a platform begins.</summary>
    public const string Platform = "platform:";

    /// <summary>How the series of a topic begins.</summary>
    public const string Topic = "topic:";

    /// <summary>How the series of a reach of authors begins.</summary>
    public const string Tier = "tier:";

    /// <summary>Gives a bucket's counts by series. Authors of unknown reach are counted and not watched: they rise with their platforms.</summary>
    public static List<SeriesCount> Of(RollupDocument rollup)
    {
        var parts = new List<SeriesCount>();
        Add(parts, Topic, rollup.ByTopic);
        Add(parts, Platform, rollup.ByPlatform);
        foreach (var (tier, count) in rollup.ByAuthorTier)
        {
            if (tier != AuthorTier.Unknown)
            {
                parts.Add(new SeriesCount(Tier + tier, count));
            }
        }

        if (rollup.Negative > 0)
        {
            parts.Add(new SeriesCount(Negative, rollup.Negative));
        }

        return parts;
    }

    /// <summary>What kind of part a series is: its beginning, or itself when it has none.</summary>
    public static string DimensionOf(string series) => series.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0 ? series[..(colon + 1)] : series;

    /// <summary>Gives what follows the beginning of a series, or null for a series of another kind.</summary>
    public static string? NameIn(string series, string dimension) => series.StartsWith(dimension, StringComparison.Ordinal) ? series[dimension.Length..] : null;

    private static void Add(List<SeriesCount> parts, string prefix, SortedDictionary<string, int> counts)
    {
        foreach (var part in counts.GroupBy(entry => entry.Key[..entry.Key.LastIndexOf('/')], StringComparer.Ordinal))
        {
            parts.Add(new SeriesCount(prefix + part.Key, part.Sum(entry => entry.Value)));
        }
    }
}
