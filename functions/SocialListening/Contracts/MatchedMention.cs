using System.Diagnostics.CodeAnalysis;

namespace SocialListening.Contracts;

/// <summary>A mention on its way to scoring, with the brands whose query it matched.</summary>
/// <param name="Mention">The post.</param>
/// <param name="BrandIds">Ids of the brands that it matched, at least one.</param>
public sealed record MatchedMention(Mention Mention, IReadOnlyList<string> BrandIds)
{
    /// <summary>The topics of those brands that it matched, as <see cref="TopicKey"/>. Default empty; what an earlier release queued has none.</summary>
    [AllowNull]
    public IReadOnlyList<string> Topics { get => field ?? []; init; }

    /// <summary>The source query that found it; <see langword="null"/> for that of its batch.</summary>
    public string? SourceId { get; init; }

    /// <summary>When it was read from the platform; <see langword="null"/> for the time of its batch.</summary>
    public DateTimeOffset? CollectedAtUtc { get; init; }
}
