using System.Globalization;
using SocialListening.Contracts;

namespace SocialListening.Platforms.Replay;

/// <summary>Ids in the shapes of the platforms that the replay imitates.</summary>
internal static class ReplayPostIds
{
    /// <summary>Gives an id that no other post of the platform has.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="kind">What the post is.</param>
    /// <param name="number">The post's number in the replay.</param>
    /// <param name="created">When it was made.</param>
    /// <param name="author">Who made it.</param>
    public static string Of(string platform, MentionKind kind, int number, DateTimeOffset created, ReplayAuthor author)
    {
        // The number is spread over the digits by an odd factor, so that ids are distinct and look like nothing.
        ulong mixed = ((ulong)number * 2654435761) & 0xFFFFFFFF;
        string hex = mixed.ToString("x8", CultureInfo.InvariantCulture);
        return platform switch
        {
            "x" => (((ulong)created.ToUnixTimeSeconds() << 32) | mixed).ToString(CultureInfo.InvariantCulture),
            "bluesky" => $"at://{author.Id}/app.bsky.feed.post/3k{hex}",
            "mastodon" => $"{author.Id}/statuses/{created.ToUnixTimeSeconds()}{mixed}",
            "reddit" => (kind == MentionKind.Post ? "t3_" : "t1_") + hex,
            "hackernews" => (40_000_000 + number).ToString(CultureInfo.InvariantCulture),
            "youtube" => "Yt" + hex + "A",
            "rss" => $"https://example.invalid/press/{hex}",
            _ => hex + number.ToString(CultureInfo.InvariantCulture),
        };
    }

    /// <summary>An address that leads nowhere.</summary>
    public static string Permalink(string platform, string id) => platform == "rss" ? id : $"https://example.invalid/{platform}/{Uri.EscapeDataString(id)}";
}
