using SocialListening.Contracts;

namespace SocialListening.Rollups;

/// <summary>The five-minute buckets in which mentions are counted, and how one mention counts.</summary>
public static class RollupBucket
{
    /// <summary>The length of a bucket: five minutes.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(5);

    /// <summary>Gives the start of the bucket <c>[start, start + 5 min)</c> that holds an instant, in UTC.</summary>
    /// <param name="instant">The instant.</param>
    public static DateTimeOffset StartOf(DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % Length.Ticks), TimeSpan.Zero);

    /// <summary>Counts one mention into a bucket's document.</summary>
    /// <param name="document">The document of the bucket that holds the mention's creation time.</param>
    /// <param name="mention">The mention, not counted before.</param>
    public static void Count(RollupDocument document, ScoredMention mention)
    {
        document.Total++;
        switch (mention.Score.Sentiment)
        {
            case SentimentLabel.Negative:
                document.Negative++;
                break;
            case SentimentLabel.Positive:
                document.Positive++;
                break;
            default:
                document.Neutral++;
                break;
        }

        if (mention.Mention.Kind == MentionKind.Repost)
        {
            document.Reposts++;
        }

        Increment(document.ByPlatform, PlatformKey(mention.Mention.Platform, mention.Score.Sentiment));
        Increment(document.ByLanguage, mention.Score.Language);
    }

    /// <summary>Gives the key of <see cref="RollupDocument.ByPlatform"/>.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="sentiment">The tone.</param>
    public static string PlatformKey(string platform, SentimentLabel sentiment) => sentiment switch
    {
        SentimentLabel.Negative => string.Concat(platform, "/negative"),
        SentimentLabel.Positive => string.Concat(platform, "/positive"),
        _ => string.Concat(platform, "/neutral"),
    };

    private static void Increment(SortedDictionary<string, int> counts, string key) =>
        counts[key] = counts.GetValueOrDefault(key) + 1;
}
