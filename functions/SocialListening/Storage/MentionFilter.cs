using SocialListening.Contracts;

namespace SocialListening.Storage;

/// <summary>What mentions to read.</summary>
public sealed record MentionFilter
{
    /// <summary>The brand.</summary>
    public required string BrandId { get; init; }

    /// <summary>Creation time from, inclusive; <see langword="null"/> for any.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Creation time to, exclusive; <see langword="null"/> for any.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Only this platform; <see langword="null"/> for any.</summary>
    public string? Platform { get; init; }

    /// <summary>Only mentions of this tone, as corrected; <see langword="null"/> for any.</summary>
    public SentimentLabel? Sentiment { get; init; }

    /// <summary>Only this language code; <see langword="null"/> for any.</summary>
    public string? Language { get; init; }

    /// <summary>Only mentions with this intent, one of <see cref="IntentNames.All"/>; <see langword="null"/> for any.</summary>
    public string? Intent { get; init; }

    /// <summary>Only mentions whose toxicity is known and at least this, 0 to 1; <see langword="null"/> for any.</summary>
    public double? MinToxicity { get; init; }

    /// <summary>The most mentions in the page, 1 to 1,000. Default 50.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>The <see cref="MentionPage.NextCursor"/> of the page before; <see langword="null"/> for the first page.</summary>
    public MentionCursor? After { get; init; }
}
