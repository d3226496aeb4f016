using System.Globalization;
using System.Text.Json;
using SocialListening.Contracts;
using SocialListening.Platforms.Http;
using SocialListening.Platforms.Text;

namespace SocialListening.Platforms.Mastodon;

/// <summary>The statuses of one page, read.</summary>
/// <param name="Mentions">Those that may be kept.</param>
/// <param name="Ids">The ids, on this server, of all that the page holds, in its order.</param>
/// <param name="Oldest">The time of the oldest; <see langword="null"/> for an empty page.</param>
/// <param name="Skipped">Those that could not be read, with reasons.</param>
internal sealed record MastodonStatuses(IReadOnlyList<Mention> Mentions, IReadOnlyList<string> Ids, DateTimeOffset? Oldest, IReadOnlyList<string> Skipped)
{
    /// <summary>
    /// Reads statuses. Those that are not public, and those of accounts that asked not to be indexed, are left out without a word.
    /// </summary>
    /// <param name="statuses">The statuses.</param>
    /// <param name="instance">The server's host, which completes handles.</param>
    /// <param name="now">The time of the read: no mention is later.</param>
    public static MastodonStatuses Read(IEnumerable<JsonElement> statuses, string instance, DateTimeOffset now)
    {
        var mentions = new List<Mention>();
        var ids = new List<string>();
        var skipped = new List<string>();
        DateTimeOffset? oldest = null;
        var index = 0;
        foreach (var status in statuses)
        {
            index++;
            if (status.Id("id") is not { } id || status.Instant("created_at") is not { } created || (status.Text("uri") ?? status.Text("url")) is not { } uri)
            {
                skipped.Add($"status {index.ToString(CultureInfo.InvariantCulture)} has no id, time or address");
                continue;
            }

            ids.Add(id);
            oldest = oldest < created ? oldest : created;
            if (MayBeKept(status))
            {
                mentions.Add(Mention(status, uri, created > now ? now : created, instance, now));
            }
        }

        return new MastodonStatuses(mentions, ids, oldest, skipped);
    }

    private static bool MayBeKept(JsonElement status) => (status.Text("visibility") ?? "public") == "public"
        && AllowsIndexing(status.Field("account"))
        && (status.Field("reblog") is not { } inner || AllowsIndexing(inner.Field("account")));

    private static bool AllowsIndexing(JsonElement? account) => account is not { } known || (known.Flag("indexable") != false && known.Flag("noindex") != true);

    private static Mention Mention(JsonElement status, string uri, DateTimeOffset created, string instance, DateTimeOffset now)
    {
        var shown = status.Field("reblog") ?? status;
        var isRepost = status.Field("reblog") is not null;
        var quote = shown.Field("quote");
        var repliedTo = shown.Id("in_reply_to_id");
        var account = status.Field("account") ?? default;
        var handle = PlainText.Line(account.Text("acct") ?? account.Text("username"))?.TrimStart('@');
        var edited = status.Instant("edited_at");
        return new Mention
        {
            Platform = PlatformNames.Mastodon,
            PlatformPostId = uri,
            Permalink = WebLink.Of(status.Text("url")) ?? WebLink.Of(shown.Text("url")) ?? WebLink.Of(uri) ?? "",
            AuthorId = account.Text("uri") ?? account.Id("id"),
            AuthorHandle = handle is null || handle.Contains('@', StringComparison.Ordinal) ? handle : $"{handle}@{instance}",
            AuthorDisplayName = PlainText.Line(account.Text("display_name")),
            AuthorFollowers = account.Count("followers_count"),
            Text = PlainText.Join(PlainText.Clean(shown.Text("spoiler_text")), PlainText.FromHtml(shown.Text("content"))),
            Language = PlainText.Line(shown.Text("language"), 35),
            CreatedAtUtc = created,
            EditedAtUtc = edited > now ? now : edited,
            Kind = isRepost ? MentionKind.Repost : quote is not null ? MentionKind.Quote : repliedTo is not null ? MentionKind.Reply : MentionKind.Post,
            ParentId = isRepost ? shown.Text("uri") : quote?.Field("quoted_status")?.Text("uri") ?? quote?.Id("quoted_status_id") ?? repliedTo,
            Likes = status.Count("favourites_count"),
            Replies = status.Count("replies_count"),
            Reposts = status.Count("reblogs_count"),
            Quotes = status.Count("quotes_count"),
            MediaTypes = [.. Attachments(shown).Distinct()],
            DeletionSignal = account.Flag("suspended") == true ? "account suspended" : null,
        };
    }

    private static IEnumerable<string> Attachments(JsonElement status)
    {
        foreach (var attachment in status.Items("media_attachments"))
        {
            if (attachment.Text("type") is { Length: <= 20 } type)
            {
                yield return type;
            }
        }

        if (status.Field("card") is not null)
        {
            yield return "link";
        }

        if (status.Field("poll") is not null)
        {
            yield return "poll";
        }
    }
}
