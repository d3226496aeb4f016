namespace SocialListening.Contracts;

/// <summary>The order to judge the newly completed buckets of some brands. Carrying it out twice judges no bucket twice.</summary>
public sealed record DetectionOrder
{
    /// <summary>The most brands of one order: 25, about 2 KiB of ids and a second or two of work.</summary>
    public const int MaxBrands = 25;

    /// <summary>The brands to judge, 1 to <see cref="MaxBrands"/>.</summary>
    public required IReadOnlyList<string> BrandIds { get; init; }

    /// <summary>When the order was given.</summary>
    public required DateTimeOffset OrderedAtUtc { get; init; }

    /// <summary>After this instant the order is stale and dropped, since newer ones replace it.</summary>
    public required DateTimeOffset ExpiresAtUtc { get; init; }
}
