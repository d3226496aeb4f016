namespace SocialListening.Contracts;

/// <summary>What window one poll of one source covered, and whether it was whole. The window is <c>[From, To)</c> in UTC.</summary>
public sealed record CoverageRecord
{
    /// <summary>The version of this document's shape. Now 1.</summary>
    public int SchemaVersion { get; init; } = 1;

    /// <summary>The brand that the source belongs to.</summary>
    public required string BrandId { get; init; }

    /// <summary>The source that was polled.</summary>
    public required string SourceId { get; init; }

    /// <summary>Start of the window, inclusive.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>End of the window, exclusive; not before <see cref="From"/>.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary><see langword="true"/> when every page of the window was read and queued.</summary>
    public required bool Complete { get; init; }

    /// <summary>Why the window is not whole; <see langword="null"/> when it is.</summary>
    public string? Reason { get; init; }

    /// <summary>Mentions queued from it.</summary>
    public required int Mentions { get; init; }

    /// <summary>When the poll ended.</summary>
    public required DateTimeOffset PolledAtUtc { get; init; }
}
