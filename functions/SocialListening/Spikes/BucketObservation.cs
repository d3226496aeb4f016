namespace SocialListening.Spikes;

/// <summary>
/// What was counted for one brand in one five-minute bucket <c>[Start, Start + 5 min)</c>, UTC.
/// A later observation of the same bucket replaces the earlier one.
/// </summary>
/// <param name="Start">Start of the bucket. Any instant inside the bucket names it.</param>
/// <param name="Collected">
/// <see langword="false"/> when the sources were not read for this bucket: its counts are then unknown, never zero,
/// and are ignored.
/// </param>
/// <param name="Total">Mentions, at least 0.</param>
public readonly record struct BucketObservation(DateTimeOffset Start, bool Collected, int Total)
{
    /// <summary>Length of a bucket: five minutes.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Share of the sources that were read completely, 0 to 1. Default 1. The expectation is scaled by it; below one half
    /// the bucket counts as missing.
    /// </summary>
    public double Completeness { get; init; } = 1.0;

    /// <summary>Mentions scored negative. All three tones 0 means that tone is not known.</summary>
    public int Negative { get; init; }

    /// <summary>Mentions scored neutral.</summary>
    public int Neutral { get; init; }

    /// <summary>Mentions scored positive.</summary>
    public int Positive { get; init; }

    /// <summary>Different authors among the mentions. 0 with mentions present means not known.</summary>
    public int DistinctAuthors { get; init; }

    /// <summary>Mentions that nearly repeat another recent one (by SimHash or MinHash).</summary>
    public int NearDuplicates { get; init; }

    /// <summary>
    /// Counts of the parts that have a series of their own (<c>platform:bluesky</c>, <c>topic:delivery</c>,
    /// <c>tier:influencer</c>). A part that is absent counts 0 in a collected bucket. <see langword="null"/> means none.
    /// </summary>
    public IReadOnlyList<SeriesCount>? Parts { get; init; }
}
