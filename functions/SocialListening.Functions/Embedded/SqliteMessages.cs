using System.Globalization;
using Microsoft.Data.Sqlite;
using SocialListening.Queues;

namespace SocialListening.Functions.Embedded;

/// <summary>
/// The rows of the queue tables. What changes with each delivery (<c>message</c>) stands apart from the text
/// (<c>message_text</c>), so that a delivery rewrites a few bytes and not the whole text.
/// </summary>
internal static class SqliteMessages
{
    /// <summary>Makes every delivered message visible at ?1 and voids its receipt.</summary>
    public const string Release = "UPDATE message SET visible = ?1, receipt = receipt + 1 WHERE deliveries > 0 AND visible > ?1";

    /// <summary>Hides message ?2 of queue number ?1 until ?4 if its receipt is still ?3 and it has not expired at ?5.</summary>
    public const string Renew =
        "UPDATE message SET visible = ?4, receipt = receipt + 1 WHERE queue = ?1 AND no = ?2 AND receipt = ?3 AND deliveries > 0 AND expires > ?5";

    /// <summary>When the next message of queue ?1 that has not expired at ?2 becomes or became visible.</summary>
    public const string SelectNextVisible = $"SELECT min(visible) FROM message WHERE queue = {Queue} AND expires > ?2";

    private const string Queue = "(SELECT no FROM name WHERE text = ?1)";

    private const string InsertText = "INSERT INTO message_text (text) VALUES (?1) RETURNING no";

    private const string Insert =
        "INSERT INTO message (queue, no, visible, expires, inserted, receipt, deliveries) VALUES (?1, ?2, ?3, ?4, ?5, 0, 0)";

    private const string Columns = "m.no, m.receipt, t.text, m.deliveries, m.inserted, m.expires, m.visible";

    private const string SelectVisible = $"""
        SELECT {Columns} FROM message m JOIN message_text t ON t.no = m.no
        WHERE m.queue = ?1 AND m.visible <= ?2 AND m.expires > ?2 ORDER BY m.no LIMIT ?3
        """;

    private const string SelectPeek = $"""
        SELECT {Columns} FROM message m JOIN message_text t ON t.no = m.no
        WHERE m.queue = {Queue} AND m.visible <= ?2 AND m.expires > ?2 ORDER BY m.no LIMIT ?3
        """;

    private const string Deliver = "UPDATE message SET visible = ?3, receipt = receipt + 1, deliveries = deliveries + 1 WHERE queue = ?1 AND no = ?2";

    private const string Delete = "DELETE FROM message WHERE queue = ?1 AND no = ?2 AND receipt = ?3 AND deliveries > 0";

    private const string DeleteText = "DELETE FROM message_text WHERE no = ?1";

    private const string SelectDepth =
        $"SELECT count(*), min(CASE WHEN visible <= ?2 THEN inserted END) FROM message WHERE queue = {Queue} AND expires > ?2";

    private const string PurgeTexts = "DELETE FROM message_text WHERE no IN (SELECT no FROM message WHERE expires <= ?1)";

    private const string PurgeMessages = "DELETE FROM message WHERE expires <= ?1";

    /// <summary>Appends a message.</summary>
    /// <param name="session">The writing connection.</param>
    /// <param name="queue">The queue's number.</param>
    /// <param name="text">The text.</param>
    /// <param name="now">Now, in ticks, as the other times.</param>
    /// <param name="visible">When it becomes visible.</param>
    /// <param name="expires">When it expires.</param>
    public static void Add(SqliteSession session, long queue, string text, long now, long visible, long expires) =>
        session.Execute(Insert, queue, session.Scalar(InsertText, text), visible, expires, now);

    /// <summary>Delivers visible messages, the oldest first.</summary>
    /// <param name="session">The writing connection.</param>
    /// <param name="queue">The queue's number.</param>
    /// <param name="most">The most messages.</param>
    /// <param name="now">Now, in ticks.</param>
    /// <param name="hidden">For how many ticks they are hidden.</param>
    public static IReadOnlyList<ReceivedMessage> Take(SqliteSession session, long queue, int most, long now, long hidden)
    {
        var messages = new List<ReceivedMessage>();
        using (var reader = session.Query(SelectVisible, queue, now, most))
        {
            while (reader.Read())
            {
                messages.Add(Read(reader, reader.GetInt64(1) + 1, reader.GetInt32(3) + 1, now + hidden));
            }
        }

        foreach (var message in messages)
        {
            session.Execute(Deliver, queue, long.Parse(message.Id, CultureInfo.InvariantCulture), now + hidden);
        }

        return messages;
    }

    /// <summary>Reads visible messages, the oldest first.</summary>
    /// <param name="session">A connection.</param>
    /// <param name="queue">The queue.</param>
    /// <param name="most">The most messages.</param>
    /// <param name="now">Now, in ticks.</param>
    public static IReadOnlyList<ReceivedMessage> Peek(SqliteSession session, string queue, int most, long now)
    {
        var messages = new List<ReceivedMessage>();
        using var reader = session.Query(SelectPeek, queue, now, most);
        while (reader.Read())
        {
            messages.Add(Read(reader, receipt: null, reader.GetInt32(3), reader.GetInt64(6)));
        }

        return messages;
    }

    /// <summary>Removes a message if its receipt is still the latest.</summary>
    /// <param name="session">The writing connection.</param>
    /// <param name="queue">The queue's number.</param>
    /// <param name="number">The message.</param>
    /// <param name="receipt">The receipt.</param>
    public static bool Remove(SqliteSession session, long queue, long number, long receipt) =>
        session.Execute(Delete, queue, number, receipt) == 1 && session.Execute(DeleteText, number) == 1;

    /// <summary>Counts the messages that have not expired.</summary>
    /// <param name="session">A connection.</param>
    /// <param name="queue">The queue.</param>
    /// <param name="now">Now, in ticks.</param>
    public static QueueDepth Depth(SqliteSession session, string queue, long now)
    {
        using var reader = session.Query(SelectDepth, queue, now);
        reader.Read();
        return new QueueDepth(reader.GetInt64(0), reader.IsDBNull(1) ? null : new DateTimeOffset(reader.GetInt64(1), TimeSpan.Zero));
    }

    /// <summary>Removes the messages that have expired.</summary>
    /// <param name="session">The writing connection.</param>
    /// <param name="now">Now, in ticks.</param>
    public static void Purge(SqliteSession session, long now)
    {
        session.Execute(PurgeTexts, now);
        session.Execute(PurgeMessages, now);
    }

    private static ReceivedMessage Read(SqliteDataReader reader, long? receipt, int deliveries, long visible) => new(
        reader.GetInt64(0).ToString(CultureInfo.InvariantCulture),
        receipt?.ToString(CultureInfo.InvariantCulture) ?? string.Empty,
        reader.GetString(2),
        deliveries,
        new DateTimeOffset(reader.GetInt64(4), TimeSpan.Zero),
        new DateTimeOffset(reader.GetInt64(5), TimeSpan.Zero),
        new DateTimeOffset(visible, TimeSpan.Zero));
}
