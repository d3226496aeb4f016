using Microsoft.Data.Sqlite;
using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Functions.Embedded;

/// <summary>
/// Pages through stored mentions along one covering index, so that a page costs its own rows and a filter costs index
/// entries but no documents.
/// </summary>
/// <param name="database">The storage file.</param>
internal sealed class SqliteMentionReader(SqliteDatabase database) : IMentionReader
{
    /// <summary>What <see cref="ReadPage"/> reads, in its order.</summary>
    public const string Columns = "body, collected, likes, replies, reposts, quotes, views, followers";

    private const string Select = $"""
        SELECT {Columns} FROM mention
        WHERE brand = (SELECT no FROM name WHERE text = ?1) AND created >= ?2 AND created <= ?3
            AND (?4 IS NULL OR created < ?3 OR id > ?4)
            AND (?5 IS NULL OR platform = (SELECT no FROM name WHERE text = ?5))
            AND (?6 IS NULL OR language = (SELECT no FROM name WHERE text = ?6))
            AND (?7 IS NULL OR sentiment = ?7)
            AND (?8 IS NULL OR intents & ?8 <> 0)
            AND (?9 IS NULL OR toxicity >= ?9)
        ORDER BY created DESC, id LIMIT ?10
        """;

    /// <inheritdoc/>
    public Task<MentionPage> ListAsync(MentionFilter filter, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(filter.Limit, 1, nameof(filter));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(filter.Limit, 1000, nameof(filter));
        return database.ReadAsync(session => List(session, filter), cancellationToken);
    }

    /// <summary>Reads a page from rows of <see cref="Columns"/>.</summary>
    /// <param name="reader">The rows, one more than the page holds when there are more.</param>
    /// <param name="limit">The most mentions in the page.</param>
    public static MentionPage ReadPage(SqliteDataReader reader, int limit)
    {
        var mentions = new List<ScoredMention>(limit);
        while (mentions.Count < limit && reader.Read())
        {
            mentions.Add(Read(reader));
        }

        var more = mentions.Count == limit && reader.Read();
        return new MentionPage(mentions, more ? new MentionCursor(mentions[^1].Mention.CreatedAtUtc, mentions[^1].Mention.Id) : null);
    }

    private static MentionPage List(SqliteSession session, MentionFilter filter)
    {
        var latest = filter.To is { } to ? to.UtcTicks - 1 : long.MaxValue;
        string? afterId = null;
        if (filter.After is { } after && after.CreatedAtUtc.UtcTicks <= latest)
        {
            latest = after.CreatedAtUtc.UtcTicks;
            afterId = after.MentionId;
        }

        using var reader = session.Query(
            Select,
            filter.BrandId,
            filter.From?.UtcTicks ?? long.MinValue,
            latest,
            afterId,
            filter.Platform,
            filter.Language,
            filter.Sentiment is { } sentiment ? (long)sentiment : null,
            filter.Intent is { } intent ? IntentBits.Of(intent) : null,
            filter.MinToxicity,
            filter.Limit + 1);
        return ReadPage(reader, filter.Limit);
    }

    private static ScoredMention Read(SqliteDataReader reader)
    {
        var first = EmbeddedJson.Read(reader.GetFieldValue<byte[]>(0), SocialListeningJsonContext.Default.ScoredMention);
        var collected = reader.GetInt64(1);
        return collected == first.CollectedAtUtc.UtcTicks ? first : first with
        {
            CollectedAtUtc = new DateTimeOffset(collected, TimeSpan.Zero),
            Mention = first.Mention with
            {
                Likes = Counter(reader, 2),
                Replies = Counter(reader, 3),
                Reposts = Counter(reader, 4),
                Quotes = Counter(reader, 5),
                Views = Counter(reader, 6),
                AuthorFollowers = Counter(reader, 7),
            },
        };
    }

    private static long? Counter(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);
}
