using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Functions.Embedded;

/// <summary>Takes posts out of the alerts in the storage file. Alerts are few, so all of them are looked at.</summary>
/// <param name="database">The storage file.</param>
internal sealed class SqliteAlertEvidence(SqliteDatabase database) : IAlertEvidence
{
    private const string SelectWithPosts = """
        SELECT DISTINCT alert.no, alert.body FROM alert, json_each(CAST(alert.body AS TEXT), '$.posts') AS post
        WHERE json_extract(post.value, '$.mentionId') IN (SELECT value FROM json_each(?1))
        """;

    private const string Update = "UPDATE alert SET body = ?2 WHERE no = ?1";

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> RemovePostsAsync(IReadOnlyCollection<string> mentionIds, CancellationToken cancellationToken)
    {
        var erased = mentionIds.ToHashSet(StringComparer.Ordinal);
        var asJson = System.Text.Json.JsonSerializer.Serialize([.. mentionIds], SocialListeningJsonContext.Default.IReadOnlyListString);
        return database.WriteAsync<IReadOnlyList<string>>(
            session =>
            {
                session.Run("PRAGMA secure_delete = ON");
                try
                {
                    return Remove(session, asJson, erased);
                }
                finally
                {
                    session.Run("PRAGMA secure_delete = OFF");
                }
            },
            cancellationToken);
    }

    private static List<string> Remove(SqliteSession session, string asJson, HashSet<string> erased)
    {
        var removed = new List<string>();
        foreach (var (number, alert) in Read(session, asJson))
        {
            removed.AddRange(alert.Posts.Select(post => post.MentionId).Where(erased.Contains));
            var without = alert with { Posts = [.. alert.Posts.Where(post => !erased.Contains(post.MentionId))] };
            session.Execute(Update, number, EmbeddedJson.Write(without, SocialListeningJsonContext.Default.Alert));
        }

        return removed;
    }

    private static List<(long Number, Alert Alert)> Read(SqliteSession session, string asJson)
    {
        var alerts = new List<(long Number, Alert Alert)>();
        using var reader = session.Query(SelectWithPosts, asJson);
        while (reader.Read())
        {
            alerts.Add((reader.GetInt64(0), EmbeddedJson.Read(reader.GetFieldValue<byte[]>(1), SocialListeningJsonContext.Default.Alert)));
        }

        return alerts;
    }
}
