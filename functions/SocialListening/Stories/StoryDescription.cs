using System.Globalization;

namespace SocialListening.Stories;

/// <summary>Tells people what is known of a story.</summary>
internal static class StoryDescription
{
    private const int MaxCentral = 5;

    /// <summary>The id under which a story is told.</summary>
    public static string IdOf(StoryGroup group) => group.Id.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>The story as it is now.</summary>
    public static Story Of(StoryGroup group, StoryIndex index) => new()
    {
        Id = IdOf(group),
        FirstSeenUtc = group.FirstSeen,
        LastSeenUtc = group.LastSeen,
        Posts = group.Posts,
        Wordings = group.Wordings,
        Authors = group.Authors.Count,
        Negative = group.Negative,
        Neutral = group.Neutral,
        Positive = group.Positive,
        Platforms = group.Platforms,
        Languages = group.Languages,
        PerHour = group.PerHour(),
        Reach = group.Reach,
        Central =
        [
            .. group.Members
                .OrderByDescending(member => Centrality(member.Features, group, index))
                .ThenBy(member => member.PostId, StringComparer.Ordinal)
                .Take(MaxCentral)
                .Select(member => member.PostId),
        ],
    };

    private static float Centrality(StoryFeature[] features, StoryGroup group, StoryIndex index)
    {
        float dot = 0, norm = 0;
        foreach (var feature in features)
        {
            var weight = feature.Weight * index.RarityOf(feature.Key);
            dot += weight * group.Features.GetValueOrDefault(feature.Key);
            norm += weight * weight;
        }

        return norm == 0 ? 0 : dot / MathF.Sqrt(norm);
    }
}
