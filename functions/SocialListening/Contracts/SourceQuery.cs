namespace SocialListening.Contracts;

/// <summary>One place that is polled for a brand, with what is asked there.</summary>
public sealed record SourceQuery
{
    /// <summary>The source's id: <c>brandId/name</c>, where name is unique within the brand.</summary>
    public required string Id { get; init; }

    /// <summary>The brand.</summary>
    public required string BrandId { get; init; }

    /// <summary>The platform, one that has a connector.</summary>
    public required string Platform { get; init; }

    /// <summary>The feed address (rss), the server (mastodon, bluesky), or <see langword="null"/> for the platform's own.</summary>
    public Uri? Address { get; init; }

    /// <summary>What the source reads: <c>search</c>, <c>hashtag</c>, <c>feed</c> or <c>timeline</c>; <see langword="null"/> for the platform's usual one.</summary>
    public string? Mode { get; init; }

    /// <summary>Terms for the platform: the hashtag without #, or a search text in the platform's own syntax; <see langword="null"/> renders the brand's query.</summary>
    public string? Terms { get; init; }

    /// <summary>Time between polls, 1 minute to 1 day. Default 5 minutes.</summary>
    public TimeSpan Cadence { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The most pages that one poll reads, 1 to 100; the rest is finished by the next. Default 10.</summary>
    public int MaxPagesPerPoll { get; init; } = 10;

    /// <summary>How far the first poll looks back, at most 30 days. Default 1 day.</summary>
    public TimeSpan InitialLookback { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Prefix of the settings that hold this source's credentials, such as <c>Mastodon</c> for <c>Mastodon:AccessToken</c>; <see langword="null"/> for the platform's name.</summary>
    public string? CredentialSetting { get; init; }

    /// <summary>Whether it is polled. Default <see langword="true"/>.</summary>
    public bool Enabled { get; init; } = true;
}
