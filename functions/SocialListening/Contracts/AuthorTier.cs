namespace SocialListening.Contracts;

/// <summary>How far an author reaches, by followers when the post was first read.</summary>
public static class AuthorTier
{
    /// <summary>The platform tells no followers.</summary>
    public const string Unknown = "unknown";

    // Bounds as marketing commonly draws them, each the fewest followers of its tier.
    private static readonly (long From, string Name)[] Tiers =
        [(1_000_000, "mega"), (100_000, "macro"), (10_000, "mid"), (1_000, "micro"), (long.MinValue, "nano")];

    /// <summary>Every tier: <c>nano</c> under 1,000 followers, <c>micro</c> from 1,000, <c>mid</c> from 10,000, <c>macro</c> from 100,000, <c>mega</c> from 1,000,000, and <see cref="Unknown"/>.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Tiers.Reverse().Select(tier => tier.Name), Unknown];

    /// <summary>Gives the tier of an author.</summary>
    /// <param name="followers">The followers; <see langword="null"/> when the platform tells none.</param>
    public static string Of(long? followers) => followers is { } count ? Array.Find(Tiers, tier => count >= tier.From).Name : Unknown;
}
