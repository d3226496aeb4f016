using SocialListening.Contracts;

namespace SocialListening.Platforms.Rss;

/// <summary>Makes mentions of the entries of a feed.</summary>
/// <param name="Mentions">The mentions of the entries that are new or changed.</param>
/// <param name="AllNew">Whether no entry was known.</param>
/// <param name="Known">The short hashes of all entries of the feed, each 11 characters.</param>
/// <param name="FirstSeen">When entries without a date were first seen.</param>
/// <param name="Skipped">Entries left out, with reasons.</param>
internal sealed record FeedMentions(
    IReadOnlyList<Mention> Mentions, bool AllNew, string Known, IReadOnlyDictionary<string, long> FirstSeen, IReadOnlyList<string> Skipped)
{
    /// <summary>Makes the mentions.</summary>
    /// <param name="document">The feed as read.</param>
    /// <param name="feed">The feed's address as configured, which ids carry.</param>
    /// <param name="memo">What is known of the feed.</param>
    /// <param name="now">The time of the read: no mention is later.</param>
    public static FeedMentions Make(FeedDocument document, Uri feed, RssMemo memo, DateTimeOffset now)
    {
        var known = memo.KnownSet();
        var hashes = new List<string>();
        var firstSeen = new Dictionary<string, long>(StringComparer.Ordinal);
        var mentions = new List<Mention>();
        var skipped = new List<string>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in document.Items)
        {
            var id = FeedIds.Of(feed, item.RawId);
            if (!ids.Add(id))
            {
                skipped.Add("an entry has the id of an entry before it in the feed");
                continue;
            }

            var created = item.Published;
            if (created is null)
            {
                var key = ShortHash.Of(id);
                firstSeen[key] = memo.FirstSeen.TryGetValue(key, out var seen) ? seen : now.ToUnixTimeSeconds();
                created = DateTimeOffset.FromUnixTimeSeconds(firstSeen[key]);
            }

            var hash = ShortHash.Of(id, item.Text, item.Link?.AbsoluteUri);
            hashes.Add(hash);
            if (!known.Contains(hash))
            {
                mentions.Add(Mention(item, feed, id, created > now ? now : created.Value, now));
            }
        }

        return new FeedMentions(mentions, mentions.Count == hashes.Count, string.Concat(hashes), firstSeen, skipped);
    }

    private static Mention Mention(FeedItem item, Uri feed, string id, DateTimeOffset created, DateTimeOffset now) => new()
    {
        Platform = PlatformNames.Rss,
        PlatformPostId = id,
        Permalink = item.Link?.AbsoluteUri ?? "",
        AuthorId = item.AuthorUri ?? (item.AuthorName is null ? null : $"{feed.IdnHost}/{item.AuthorName}"),
        AuthorDisplayName = item.AuthorName,
        Text = item.Text,
        Language = item.Language,
        CreatedAtUtc = created,
        EditedAtUtc = item.Updated > created ? (item.Updated > now ? now : item.Updated) : null,
        Kind = item.InReplyTo is null ? MentionKind.Post : MentionKind.Comment,
        ParentId = item.InReplyTo is null ? null : FeedIds.Of(feed, item.InReplyTo),
        Replies = item.Replies,
        MediaTypes = item.MediaTypes,
    };
}
