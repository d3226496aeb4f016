namespace SocialListening.Platforms.Http;

/// <summary>What a connector declares about its platform's manners.</summary>
internal sealed record PlatformProfile
{
    /// <summary>The platform's short name.</summary>
    public required string Platform { get; init; }

    /// <summary>The least time between two calls to one host.</summary>
    public required TimeSpan MinimumSpacing { get; init; }

    /// <summary>The platform's rate limit headers; <see langword="null"/> when it has none but <c>Retry-After</c>.</summary>
    public RateHeaders? RateHeaders { get; init; }
}
