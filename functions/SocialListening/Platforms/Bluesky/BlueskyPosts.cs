using System.Globalization;
using System.Text.Json;
using SocialListening.Contracts;
using SocialListening.Platforms.Http;
using SocialListening.Platforms.Text;

namespace SocialListening.Platforms.Bluesky;

/// <summary>Makes mentions of post views (<c>app.bsky.feed.defs#postView</c>).</summary>
internal static class BlueskyPosts
{
    private const string PostType = "app.bsky.feed.post";

    /// <summary>Reads one post view; <see langword="null"/> when it has no address, author or time.</summary>
    /// <param name="post">The post view.</param>
    /// <param name="now">The time of the read: no mention is later.</param>
    public static Mention? Read(JsonElement post, DateTimeOffset now)
    {
        if (post.Text("uri") is not { } uri || post.Field("author") is not { } author || author.Text("did") is not { } did
            || post.Field("record") is not { } record || SortedAt(post, record) is not { } sorted)
        {
            return null;
        }

        var embed = record.Field("embed");
        var quoted = Quoted(embed);
        var parent = record.Field("reply")?.Field("parent")?.Text("uri");
        return new Mention
        {
            Platform = PlatformNames.Bluesky,
            PlatformPostId = uri,
            Permalink = WebLink.Of($"https://bsky.app/profile/{did}/post/{uri[(uri.LastIndexOf('/') + 1)..]}") ?? "",
            AuthorId = did,
            AuthorHandle = author.Text("handle") is { } handle && handle != "handle.invalid" ? PlainText.Line(handle) : null,
            AuthorDisplayName = PlainText.Line(author.Text("displayName")),
            Text = PlainText.Clean(record.Text("text")),
            Language = record.Items("langs").Select(tag => PlainText.Line(tag.AsText(), 35)).FirstOrDefault(),
            CreatedAtUtc = sorted > now ? now : sorted,
            Kind = parent is not null ? MentionKind.Reply : quoted is not null ? MentionKind.Quote : MentionKind.Post,
            ParentId = parent ?? quoted,
            ConversationId = record.Field("reply")?.Field("root")?.Text("uri") ?? uri,
            Likes = post.Count("likeCount"),
            Replies = post.Count("replyCount"),
            Reposts = post.Count("repostCount"),
            Quotes = post.Count("quoteCount"),
            MediaTypes = Media(embed) is { } media ? [media] : [],
        };
    }

    /// <summary>The reason for a post that cannot be read.</summary>
    public static string Skipped(int index) => $"post {index.ToString(CultureInfo.InvariantCulture)} has no address, author or time";

    // The author's clock may say anything, so the time of indexing bounds it; the platform sorts by the same rule.
    private static DateTimeOffset? SortedAt(JsonElement post, JsonElement record)
    {
        var created = record.Instant("createdAt");
        var indexed = post.Instant("indexedAt");
        return created is null || indexed is null ? created ?? indexed : created < indexed ? created : indexed;
    }

    private static string? Quoted(JsonElement? embed)
    {
        var record = embed?.Text("$type") switch
        {
            "app.bsky.embed.record" => embed?.Field("record"),
            "app.bsky.embed.recordWithMedia" => embed?.Field("record")?.Field("record"),
            _ => null,
        };
        return record?.Text("uri") is { } uri && uri.Contains($"/{PostType}/", StringComparison.Ordinal) ? uri : null;
    }

    private static string? Media(JsonElement? embed) => embed?.Text("$type") switch
    {
        "app.bsky.embed.images" or "app.bsky.embed.gallery" => "image",
        "app.bsky.embed.video" => "video",
        "app.bsky.embed.external" => "link",
        "app.bsky.embed.recordWithMedia" => Media(embed?.Field("media")),
        _ => null,
    };
}
