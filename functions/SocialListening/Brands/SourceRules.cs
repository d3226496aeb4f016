using SocialListening.Contracts;

namespace SocialListening.Brands;

/// <summary>What a source of each platform may and must say.</summary>
internal sealed record SourceRules
{
    private static readonly Dictionary<string, SourceRules> ByPlatform = new(StringComparer.Ordinal)
    {
        [PlatformNames.Bluesky] = new() { Modes = ["search"] },
        [PlatformNames.Mastodon] = new() { Modes = ["hashtag", "search"] },
        [PlatformNames.HackerNews] = new() { Modes = ["search"] },
        [PlatformNames.Rss] = new() { Modes = ["feed"], NeedsAddress = true },
        [PlatformNames.Replay] = new() { Modes = ["timeline"], NeedsTerms = "the platforms to imitate, such as \"x,mastodon\"" },
    };

    /// <summary>The platforms that a source can name.</summary>
    public static IReadOnlyList<string> Platforms { get; } = ByPlatform.Keys.Order(StringComparer.Ordinal).ToArray();

    /// <summary>What sources of the platform can read; the usual one first.</summary>
    public required IReadOnlyList<string> Modes { get; init; }

    /// <summary>Whether an address has to be given.</summary>
    public bool NeedsAddress { get; init; }

    /// <summary>What the terms have to be when they cannot be left out.</summary>
    public string? NeedsTerms { get; init; }

    /// <summary>Gives the rules of one of <see cref="Platforms"/>.</summary>
    public static SourceRules Of(string platform) => ByPlatform[platform];
}
