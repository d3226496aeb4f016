using Microsoft.Data.Sqlite;
using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Functions.Embedded;

/// <summary>Deletes mentions from the storage file, and overwrites with zeros where they stood.</summary>
/// <param name="database">The storage file.</param>
internal sealed class SqliteMentionErasure(SqliteDatabase database) : IMentionErasure
{
    // Brands stand among a few dozen other names; each is one look into the index.
    private const string SelectOne = """
        SELECT brand.text, mention.id, mention.created FROM mention JOIN name AS brand ON brand.no = mention.brand
        WHERE mention.brand IN (SELECT no FROM name) AND mention.id = ?1
        """;

    private const string SelectOfAuthor = """
        SELECT brand.text, mention.id, mention.created FROM mention JOIN name AS brand ON brand.no = mention.brand
        WHERE mention.author = ?1 AND mention.platform = (SELECT no FROM name WHERE text = ?2) LIMIT ?3
        """;

    private const string SelectBody = "SELECT body FROM mention WHERE brand = ?1 AND id = ?2";

    private const string Delete = "DELETE FROM mention WHERE brand = ?1 AND id = ?2";

    /// <inheritdoc/>
    public Task<IReadOnlyList<MentionPlace>> FindAsync(IReadOnlyList<string> mentionIds, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(mentionIds.Count, IMentionErasure.MaxMentions, nameof(mentionIds));
        return FindAsync(mentionIds, static (session, id, _) => session.Query(SelectOne, id), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<MentionPlace>> FindByAuthorAsync(string platform, IReadOnlyList<string> authorIds, CancellationToken cancellationToken) =>
        FindAsync(authorIds, (session, author, most) => session.Query(SelectOfAuthor, author, platform, most), cancellationToken);

    /// <inheritdoc/>
    public Task DeleteAsync(IReadOnlyList<MentionPlace> places, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(places.Count, IMentionErasure.MaxMentions, nameof(places));
        return database.WriteAsync(
            session =>
            {
                session.Run("PRAGMA secure_delete = ON");
                try
                {
                    return places.GroupBy(place => place.BrandId, StringComparer.Ordinal).Sum(brand => DeleteFrom(session, session.NameOf(brand.Key), brand));
                }
                finally
                {
                    session.Run("PRAGMA secure_delete = OFF");
                }
            },
            cancellationToken);
    }

    private static int DeleteFrom(SqliteSession session, long brand, IEnumerable<MentionPlace> places)
    {
        var terms = new SqliteTerms(session, brand);
        var deleted = 0;
        foreach (var place in places)
        {
            if (session.Scalar(SelectBody, brand, place.MentionId) is byte[] body)
            {
                var stored = EmbeddedJson.Read(body, SocialListeningJsonContext.Default.ScoredMention);
                terms.Move(stored.Mention.CreatedAtUtc, stored.Score, null);
                deleted += session.Execute(Delete, brand, place.MentionId);
            }
        }

        terms.Save();
        return deleted;
    }

    private Task<IReadOnlyList<MentionPlace>> FindAsync(
        IReadOnlyList<string> subjects, Func<SqliteSession, string, int, SqliteDataReader> query, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<MentionPlace>>(
            session =>
            {
                var places = new List<MentionPlace>();
                foreach (var subject in subjects)
                {
                    using var reader = query(session, subject, IMentionErasure.MaxMentions - places.Count);
                    while (places.Count < IMentionErasure.MaxMentions && reader.Read())
                    {
                        places.Add(new MentionPlace(reader.GetString(0), reader.GetString(1), new DateTimeOffset(reader.GetInt64(2), TimeSpan.Zero)));
                    }
                }

                return places;
            },
            cancellationToken);
}
