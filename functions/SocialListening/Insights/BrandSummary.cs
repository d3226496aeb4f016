using SocialListening.Contracts;

namespace SocialListening.Insights;

/// <summary>What was said of a brand in a window <c>[From, To)</c>, and in the window of the same length before it.</summary>
public sealed record BrandSummary
{
    /// <summary>The brand.</summary>
    public required string BrandId { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Start of the window, inclusive.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>End of the window, exclusive.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>Counts in the window.</summary>
    public required SentimentCounts Mentions { get; init; }

    /// <summary>Counts in the window before.</summary>
    public required SentimentCounts Before { get; init; }

    /// <summary>Counts by platform, the platforms in order.</summary>
    public required SortedDictionary<string, SentimentCounts> Platforms { get; init; }

    /// <summary>Mentions by language code.</summary>
    public required SortedDictionary<string, int> Languages { get; init; }

    /// <summary>Mentions in the window by intent, of <see cref="IntentNames.All"/>; a mention may have several or none.</summary>
    public required SortedDictionary<string, int> Intents { get; init; }

    /// <summary>Mentions in the window whose text was called offensive with a probability of one half or more: a hint.</summary>
    public required int Toxic { get; init; }

    /// <summary>Share of the window, as far as it is past, that was collected, as a mean over the sources, 0 to 1.</summary>
    public required double Completeness { get; init; }

    /// <summary>Alerts that are open now, the newest first.</summary>
    public required IReadOnlyList<Alert> OpenAlerts { get; init; }
}
