using SocialListening.Storage;

namespace SocialListening.Functions.Embedded;

/// <summary>Removes from the storage file what has served its time. Every search goes along an index, a brand at a time.</summary>
/// <param name="database">The storage file.</param>
internal sealed class SqliteRetention(SqliteDatabase database) : IRetention
{
    // A mention is read when it is made or later, so the index by creation finds all that were last read too long ago.
    private const string Mentions = """
        DELETE FROM mention WHERE no IN (
            SELECT no FROM mention WHERE brand IN (SELECT no FROM name) AND created < ?1 AND collected < ?1 LIMIT ?2)
        """;

    private const string Buckets = """
        DELETE FROM rollup WHERE (brand, start) IN (
            SELECT brand, start FROM rollup AS past WHERE brand IN (SELECT no FROM name) AND start < ?1
                AND NOT EXISTS (SELECT 1 FROM mention WHERE brand = past.brand AND created >= past.start AND created < past.start + 3000000000)
            LIMIT ?2)
        """;

    private const string Coverage = """
        DELETE FROM coverage WHERE (brand, source, since, until) IN (
            SELECT brand, source, since, until FROM coverage WHERE brand IN (SELECT no FROM name) AND until < ?1 LIMIT ?2)
        """;

    private const string Notifications = """
        DELETE FROM notified WHERE (brand, alert, revision, channel) IN (
            SELECT told.brand, told.alert, told.revision, told.channel FROM alert JOIN notified AS told ON told.brand = alert.brand AND told.alert = alert.id
            WHERE alert.brand IN (SELECT no FROM name) AND alert.onset < ?1 LIMIT ?2)
        """;

    private const string Answers = "DELETE FROM ledger WHERE key IN (SELECT key FROM ledger WHERE expires <= ?1 LIMIT ?2)";

    private const string Erasures = "DELETE FROM erasure WHERE key IN (SELECT key FROM erasure WHERE expires <= ?1 LIMIT ?2)";

    /// <inheritdoc/>
    public async Task<RetentionOutcome> RemoveAsync(RetentionCutoffs cutoffs, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        return new RetentionOutcome(
            await RemoveAsync(Mentions, cutoffs.Mentions, most, cancellationToken).ConfigureAwait(false),
            await RemoveAsync(Buckets, cutoffs.Buckets, most, cancellationToken).ConfigureAwait(false),
            await RemoveAsync(Coverage, cutoffs.Coverage, most, cancellationToken).ConfigureAwait(false),
            await RemoveAsync(Notifications, cutoffs.Notifications, most, cancellationToken).ConfigureAwait(false),
            await RemoveAsync(Answers, cutoffs.Now, most, cancellationToken).ConfigureAwait(false)
                + await RemoveAsync(Erasures, cutoffs.Now, most, cancellationToken).ConfigureAwait(false));
    }

    private Task<int> RemoveAsync(string delete, DateTimeOffset before, int most, CancellationToken cancellationToken) =>
        database.WriteAsync(session => session.Execute(delete, before.UtcTicks, most), cancellationToken);
}
