using SocialListening.Contracts;
using SocialListening.Rollups;
using SocialListening.Storage;

namespace SocialListening.Functions.Embedded;

/// <summary>
/// Mentions and the rollups that count them in one SQLite transaction. A mention counts when its row is new; the counters of
/// a known one are replaced by those of a later reading, and a counter that the later reading lacks stays.
/// </summary>
/// <param name="database">The storage file.</param>
internal sealed class SqliteMentionStore(SqliteDatabase database) : IMentionStore
{
    private const string Insert = """
        INSERT INTO mention (brand, created, collected, platform, language, sentiment, likes, replies, reposts, quotes, views, followers, id, body,
            intents, toxicity, pending, corrected, author)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19) ON CONFLICT (brand, id) DO NOTHING
        """;

    private const string Refresh = """
        UPDATE mention SET collected = ?3, likes = coalesce(?4, likes), replies = coalesce(?5, replies), reposts = coalesce(?6, reposts),
            quotes = coalesce(?7, quotes), views = coalesce(?8, views), followers = coalesce(?9, followers)
        WHERE brand = ?1 AND id = ?2 AND collected < ?3
        """;

    /// <inheritdoc/>
    public Task<StoreOutcome> StoreAsync(string brandId, IReadOnlyList<ScoredMention> mentions, CancellationToken cancellationToken)
    {
        if (mentions.Any(mention => mention.BrandId != brandId))
        {
            throw new ArgumentException("Every mention must be of the brand that it is stored for.", nameof(mentions));
        }

        if (mentions.Count == 0)
        {
            return Task.FromResult(default(StoreOutcome));
        }

        // Written before the transaction, since only one of those runs at a time.
        var bodies = new byte[mentions.Count][];
        for (var i = 0; i < bodies.Length; i++)
        {
            bodies[i] = EmbeddedJson.Write(mentions[i], SocialListeningJsonContext.Default.ScoredMention);
        }

        return database.WriteAsync(session => Store(session, brandId, mentions, bodies), cancellationToken);
    }

    /// <summary>The toxicity as it is compared: the decimals that a reader sees.</summary>
    /// <param name="score">The score.</param>
    public static double? Toxicity(MentionScore score) => score.Toxicity is { } toxicity ? Math.Round(toxicity, 3) : null;

    private static StoreOutcome Store(SqliteSession session, string brandId, IReadOnlyList<ScoredMention> mentions, byte[][] bodies)
    {
        var brand = session.NameOf(brandId);
        var buckets = new SqliteBuckets(session, brand, brandId);
        var terms = new SqliteTerms(session, brand);
        int added = 0, updated = 0;
        for (var i = 0; i < bodies.Length; i++)
        {
            var mention = mentions[i];
            if (Add(session, brand, mention, bodies[i]))
            {
                added++;
                RollupBucket.Count(buckets.Of(mention), mention);
                terms.Move(mention.Mention.CreatedAtUtc, null, mention.Score);
            }
            else if (Renew(session, brand, mention))
            {
                updated++;
            }
        }

        buckets.Save();
        terms.Save();
        return new StoreOutcome(added, updated, mentions.Count - added - updated);
    }

    private static bool Add(SqliteSession session, long brand, ScoredMention scored, byte[] body)
    {
        var mention = scored.Mention;
        return session.Execute(
            Insert,
            brand,
            mention.CreatedAtUtc.UtcTicks,
            scored.CollectedAtUtc.UtcTicks,
            session.NameOf(mention.Platform),
            session.NameOf(scored.Score.Language),
            (long)scored.Sentiment,
            mention.Likes,
            mention.Replies,
            mention.Reposts,
            mention.Quotes,
            mention.Views,
            mention.AuthorFollowers,
            mention.Id,
            body,
            IntentBits.Of(scored.Score.Intents),
            Toxicity(scored.Score),
            (long?)scored.Score.Pending,
            scored.Correction?.AtUtc.UtcTicks,
            mention.AuthorId) == 1;
    }

    private static bool Renew(SqliteSession session, long brand, ScoredMention scored)
    {
        var mention = scored.Mention;
        return session.Execute(
            Refresh,
            brand,
            mention.Id,
            scored.CollectedAtUtc.UtcTicks,
            mention.Likes,
            mention.Replies,
            mention.Reposts,
            mention.Quotes,
            mention.Views,
            mention.AuthorFollowers) == 1;
    }
}
