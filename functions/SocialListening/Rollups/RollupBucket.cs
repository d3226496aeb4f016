using SocialListening.Contracts;

namespace SocialListening.Rollups;

/// <summary>The five-minute buckets in which mentions are counted, and how one mention counts.</summary>
public static class RollupBucket
{
    /// <summary>The length of a bucket: five minutes.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(5);

    private const float ToxicFrom = 0.5f;

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
        CountScore(document, mention, 1);
        if (mention.Mention.Kind == MentionKind.Repost)
        {
            document.Reposts++;
        }
    }

    /// <summary>
    /// Moves the counts of one counted mention from what its score and correction were to what they are now. Afterwards the
    /// document is the same as one that counted the mention as it is now.
    /// </summary>
    /// <param name="document">The document that counted <paramref name="before"/>.</param>
    /// <param name="before">The mention as it was counted.</param>
    /// <param name="after">The same mention with another score or correction.</param>
    public static void Recount(RollupDocument document, ScoredMention before, ScoredMention after)
    {
        CountScore(document, before, -1);
        CountScore(document, after, 1);
    }

    /// <summary>Whether two states of one mention count the same, so that <see cref="Recount"/> would change nothing.</summary>
    /// <param name="before">One state.</param>
    /// <param name="after">The other.</param>
    public static bool CountsAlike(ScoredMention before, ScoredMention after) =>
        before.Sentiment == after.Sentiment
        && before.Score.Language == after.Score.Language
        && IsToxic(before.Score) == IsToxic(after.Score)
        && before.Score.Intents.SequenceEqual(after.Score.Intents, StringComparer.Ordinal);

    /// <summary>Whether the score counts as <see cref="RollupDocument.Toxic"/>.</summary>
    /// <param name="score">The score.</param>
    public static bool IsToxic(MentionScore score) => score.Toxicity >= ToxicFrom;

    /// <summary>Gives the key of <see cref="RollupDocument.ByPlatform"/>.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="sentiment">The tone.</param>
    public static string PlatformKey(string platform, SentimentLabel sentiment) => sentiment switch
    {
        SentimentLabel.Negative => string.Concat(platform, "/negative"),
        SentimentLabel.Positive => string.Concat(platform, "/positive"),
        _ => string.Concat(platform, "/neutral"),
    };

    private static void CountScore(RollupDocument document, ScoredMention mention, int by)
    {
        switch (mention.Sentiment)
        {
            case SentimentLabel.Negative:
                document.Negative += by;
                break;
            case SentimentLabel.Positive:
                document.Positive += by;
                break;
            default:
                document.Neutral += by;
                break;
        }

        document.Toxic += IsToxic(mention.Score) ? by : 0;
        Add(document.ByPlatform, PlatformKey(mention.Mention.Platform, mention.Sentiment), by);
        Add(document.ByLanguage, mention.Score.Language, by);
        foreach (var intent in mention.Score.Intents)
        {
            Add(document.ByIntent, intent, by);
        }
    }

    private static void Add(SortedDictionary<string, int> counts, string key, int by)
    {
        var count = counts.GetValueOrDefault(key) + by;
        if (count == 0)
        {
            counts.Remove(key);
            return;
        }

        counts[key] = count;
    }
}
