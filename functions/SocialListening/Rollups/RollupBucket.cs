using SocialListening.Contracts;

namespace SocialListening.Rollups;

/// <summary>The five-minute buckets in which mentions are counted, and how one mention counts.</summary>
public static class RollupBucket
{
    /// <summary>The length of a bucket: five minutes.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(5);

    private static readonly string[] Minutes = ["0", "1", "2", "3", "4"];

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
        Add(document.ByAuthorTier, AuthorTier.Of(mention.Mention.AuthorFollowers), 1);
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

    /// <summary>Gives a key of <see cref="RollupDocument.ByPlatform"/>, <see cref="RollupDocument.ByTopic"/> or <see cref="RollupDocument.ByMinute"/>.</summary>
    /// <param name="part">The platform, topic or minute.</param>
    /// <param name="sentiment">The tone.</param>
    public static string ToneKey(string part, SentimentLabel sentiment) => sentiment switch
    {
        SentimentLabel.Negative => string.Concat(part, "/negative"),
        SentimentLabel.Positive => string.Concat(part, "/positive"),
        _ => string.Concat(part, "/neutral"),
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
        Add(document.ByPlatform, ToneKey(mention.Mention.Platform, mention.Sentiment), by);
        Add(document.ByMinute, ToneKey(Minutes[(int)((mention.Mention.CreatedAtUtc - document.Start).Ticks / TimeSpan.TicksPerMinute)], mention.Sentiment), by);
        foreach (var topic in mention.Topics)
        {
            Add(document.ByTopic, ToneKey(topic, mention.Sentiment), by);
        }

        Add(document.ByLanguage, mention.Score.Language, by);
        foreach (var intent in mention.Score.Intents)
        {
            Add(document.ByIntent, intent, by);
        }
    }

    private static void Add(SortedDictionary<string, int> counts, string key, int by)
    {
        // A bucket of an earlier release lacks the counts that it did not know.
        var count = counts.GetValueOrDefault(key) + by;
        if (count <= 0)
        {
            counts.Remove(key);
            return;
        }

        counts[key] = count;
    }
}
