using System.Collections.Frozen;

namespace SocialListening.Contracts;

/// <summary>The short names of platforms as they stand in ids, queries and documents.</summary>
public static class PlatformNames
{
    /// <summary>Bluesky (AT Protocol).</summary>
    public const string Bluesky = "bluesky";

    /// <summary>Mastodon and servers that speak its API.</summary>
    public const string Mastodon = "mastodon";

    /// <summary>Hacker News.</summary>
    public const string HackerNews = "hackernews";

    /// <summary>RSS and Atom feeds.</summary>
    public const string Rss = "rss";

    /// <summary>The bundled replay, a source whose mentions carry the names of the platforms that they imitate.</summary>
    public const string Replay = "replay";

    /// <summary>Every name that may stand in a mention or in a <c>platform:</c> term of a query.</summary>
    public static FrozenSet<string> Known { get; } = new[]
    {
        Bluesky, Mastodon, HackerNews, Rss, Replay, "reddit", "x", "youtube", "facebook", "instagram", "threads",
        "linkedin", "tiktok", "discord", "twitch", "gdelt",
    }.ToFrozenSet(StringComparer.Ordinal);
}
