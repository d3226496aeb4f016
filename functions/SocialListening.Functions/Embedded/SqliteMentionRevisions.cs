using SocialListening.Contracts;
using SocialListening.Rollups;
using SocialListening.Storage;

namespace SocialListening.Functions.Embedded;

/// <summary>Corrections and new scores of stored mentions, each with its counts in one SQLite transaction.</summary>
/// <param name="database">The storage file.</param>
internal sealed class SqliteMentionRevisions(SqliteDatabase database) : IMentionCorrection, IMentionRescoring
{
    private const string SelectOne = $"SELECT {SqliteMentionReader.Columns} FROM mention WHERE brand = ?1 AND id = ?2";

    private const string Update = """
        UPDATE mention SET language = ?3, sentiment = ?4, intents = ?5, toxicity = ?6, pending = ?7, corrected = ?8, body = ?9
        WHERE brand = ?1 AND id = ?2
        """;

    private const string SelectCorrected = $"""
        SELECT {SqliteMentionReader.Columns} FROM mention
        WHERE brand = (SELECT no FROM name WHERE text = ?1) AND corrected IS NOT NULL
            AND created <= ?2 AND (?3 IS NULL OR created < ?2 OR id > ?3)
        ORDER BY created DESC, id LIMIT ?4
        """;

    private const string SelectPending = $"""
        SELECT {SqliteMentionReader.Columns} FROM mention
        WHERE brand = (SELECT no FROM name WHERE text = ?1) AND pending IS NOT NULL
            AND created >= ?2 AND (?3 IS NULL OR created > ?2 OR id > ?3)
        ORDER BY created, id LIMIT ?4
        """;

    /// <inheritdoc/>
    public Task<CorrectionResult> CorrectAsync(
        string brandId, string mentionId, SentimentCorrection? correction, int? expectedRevision, CancellationToken cancellationToken) =>
        database.WriteAsync(session => Correct(session, brandId, mentionId, correction, expectedRevision), cancellationToken);

    /// <inheritdoc/>
    public Task<int> RescoreAsync(string brandId, IReadOnlyList<RescoredMention> scores, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scores.Count, IMentionRescoring.MaxRescored, nameof(scores));
        return scores.Count == 0 ? Task.FromResult(0) : database.WriteAsync(session => Rescore(session, brandId, scores), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<MentionPage> ListCorrectedAsync(string brandId, int limit, MentionCursor? after, CancellationToken cancellationToken) =>
        ListAsync(SelectCorrected, brandId, limit, after, long.MaxValue, cancellationToken);

    /// <inheritdoc/>
    public Task<MentionPage> ListPendingAsync(string brandId, int limit, MentionCursor? after, CancellationToken cancellationToken) =>
        ListAsync(SelectPending, brandId, limit, after, long.MinValue, cancellationToken);

    private static CorrectionResult Correct(SqliteSession session, string brandId, string mentionId, SentimentCorrection? correction, int? expectedRevision)
    {
        var brand = session.NameOf(brandId);
        if (Find(session, brand, mentionId) is not { } stored)
        {
            return new CorrectionResult(CorrectionOutcome.Unknown, null);
        }

        if (correction is null ? stored.Correction is null : correction == stored.Correction?.WithTimeOf(correction))
        {
            return new CorrectionResult(CorrectionOutcome.Unchanged, stored);
        }

        if (expectedRevision is { } expected && expected != stored.Revision)
        {
            return new CorrectionResult(CorrectionOutcome.Conflict, stored);
        }

        var buckets = new SqliteBuckets(session, brand, brandId);
        var terms = new SqliteTerms(session, brand);
        var corrected = stored with { Correction = correction, Revision = stored.Revision + 1 };
        Replace(session, brand, buckets, terms, stored, corrected);
        buckets.Save();
        terms.Save();
        return new CorrectionResult(CorrectionOutcome.Changed, corrected);
    }

    private static int Rescore(SqliteSession session, string brandId, IReadOnlyList<RescoredMention> scores)
    {
        var brand = session.NameOf(brandId);
        var buckets = new SqliteBuckets(session, brand, brandId);
        var terms = new SqliteTerms(session, brand);
        var replaced = 0;
        foreach (var rescored in scores)
        {
            if (Find(session, brand, rescored.MentionId) is { } stored && stored.Revision == rescored.ExpectedRevision)
            {
                Replace(session, brand, buckets, terms, stored, stored with { Score = rescored.Score, Revision = stored.Revision + 1 });
                replaced++;
            }
        }

        buckets.Save();
        terms.Save();
        return replaced;
    }

    private static ScoredMention? Find(SqliteSession session, long brand, string mentionId)
    {
        using var reader = session.Query(SelectOne, brand, mentionId);
        return SqliteMentionReader.ReadPage(reader, 1).Mentions is [var stored] ? stored : null;
    }

    private static void Replace(SqliteSession session, long brand, SqliteBuckets buckets, SqliteTerms terms, ScoredMention before, ScoredMention after)
    {
        session.Execute(
            Update,
            brand,
            after.Mention.Id,
            session.NameOf(after.Score.Language),
            (long)after.Sentiment,
            IntentBits.Of(after.Score.Intents),
            SqliteMentionStore.Toxicity(after.Score),
            (long?)after.Score.Pending,
            after.Correction?.AtUtc.UtcTicks,
            EmbeddedJson.Write(after, SocialListeningJsonContext.Default.ScoredMention));
        if (!before.Score.KeyPhrases.SequenceEqual(after.Score.KeyPhrases, StringComparer.Ordinal))
        {
            terms.Move(before.Mention.CreatedAtUtc, before.Score, after.Score);
        }

        if (!RollupBucket.CountsAlike(before, after))
        {
            RollupBucket.Recount(buckets.Of(before), before, after);
        }
    }

    private Task<MentionPage> ListAsync(string select, string brandId, int limit, MentionCursor? after, long first, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
        return database.ReadAsync(
            session =>
            {
                using var reader = session.Query(select, brandId, after?.CreatedAtUtc.UtcTicks ?? first, after?.MentionId, limit + 1);
                return SqliteMentionReader.ReadPage(reader, limit);
            },
            cancellationToken);
    }
}
