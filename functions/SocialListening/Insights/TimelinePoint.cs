namespace SocialListening.Insights;

/// <summary>Counts of one interval that begins at <see cref="Start"/>.</summary>
public sealed record TimelinePoint
{
    /// <summary>Start of the interval in UTC.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Counts by tone.</summary>
    public required SentimentCounts Mentions { get; init; }

    /// <summary>Counts by platform and tone.</summary>
    public required SortedDictionary<string, SentimentCounts> Platforms { get; init; }

    /// <summary>Share of the interval, as far as it is past and in the window, that was collected, as a mean over the sources, 0 to 1. Less than 1 means that mentions may be missing.</summary>
    public required double Completeness { get; init; }

    /// <summary>The key phrases of most mentions, the most frequent first; <see langword="null"/> unless they were asked for and there are any.</summary>
    public IReadOnlyList<TimelineTerm>? Terms { get; init; }

    /// <summary>Whether mentions were added after spike detection had judged the interval.</summary>
    public bool RevisedLate { get; set; }
}
