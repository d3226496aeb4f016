using System.Globalization;
using System.Text.Json;
using SocialListening.Contracts;
using SocialListening.Platforms.Http;
using SocialListening.Platforms.Text;

namespace SocialListening.Platforms.HackerNews;

/// <summary>Makes mentions of Algolia's hits.</summary>
internal static class HackerNewsItems
{
    /// <summary>Reads one hit; <see langword="null"/> when it has no id or no time.</summary>
    /// <param name="hit">The hit.</param>
    /// <param name="now">The time of the read: no mention is later.</param>
    public static Mention? Read(JsonElement hit, DateTimeOffset now)
    {
        if (hit.Id("objectID") is not { } id || CreatedAt(hit) is not { } created)
        {
            return null;
        }

        var isComment = hit.Items("_tags").Any(tag => tag.AsText() == "comment");
        var story = hit.Id("story_id");
        var parent = hit.Id("parent_id");
        var author = PlainText.Line(hit.Text("author"));
        var link = hit.Text("url");
        return new Mention
        {
            Platform = PlatformNames.HackerNews,
            PlatformPostId = id,
            Permalink = $"https://news.ycombinator.com/item?id={Uri.EscapeDataString(id)}",
            AuthorId = author,
            AuthorHandle = author,
            AuthorDisplayName = author,
            Text = isComment
                ? PlainText.FromHtml(hit.Text("comment_text"))
                : PlainText.Join(PlainText.Decode(hit.Text("title")), PlainText.FromHtml(hit.Text("story_text")), link),
            CreatedAtUtc = created > now ? now : created,
            Kind = !isComment ? MentionKind.Post : parent == story ? MentionKind.Comment : MentionKind.Reply,
            ParentId = isComment ? parent : null,
            ConversationId = story ?? id,
            Likes = hit.Count("points"),
            Replies = isComment ? null : hit.Count("num_comments"),
            MediaTypes = !isComment && link is not null ? ["link"] : [],
        };
    }

    /// <summary>When a hit was made; <see langword="null"/> when it does not say.</summary>
    public static DateTimeOffset? CreatedAt(JsonElement hit) =>
        hit.Count("created_at_i") is { } seconds and < 32_503_680_000 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : hit.Instant("created_at");

    /// <summary>The reason for a hit that cannot be read.</summary>
    public static string Skipped(int index) => $"hit {index.ToString(CultureInfo.InvariantCulture)} has no id or no time";
}
