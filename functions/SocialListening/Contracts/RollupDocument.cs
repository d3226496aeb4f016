namespace SocialListening.Contracts;

/// <summary>The counts of one brand in one five-minute bucket <c>[Start, Start + 5 min)</c>, by creation time of the mentions.</summary>
public sealed record RollupDocument
{
    /// <summary>The version of this document's shape. Now 1.</summary>
    public int SchemaVersion { get; init; } = 1;

    /// <summary>The brand.</summary>
    public required string BrandId { get; init; }

    /// <summary>Start of the bucket in UTC, a multiple of five minutes.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>All mentions.</summary>
    public int Total { get; set; }

    /// <summary>Negative ones.</summary>
    public int Negative { get; set; }

    /// <summary>Neutral ones.</summary>
    public int Neutral { get; set; }

    /// <summary>Positive ones.</summary>
    public int Positive { get; set; }

    /// <summary>Reposts among them, counted in <see cref="Total"/> too.</summary>
    public int Reposts { get; set; }

    /// <summary>Mentions by platform and tone: keys <c>platform/negative</c>, <c>platform/neutral</c>, <c>platform/positive</c>.</summary>
    public SortedDictionary<string, int> ByPlatform { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Mentions by language code.</summary>
    public SortedDictionary<string, int> ByLanguage { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Counts up with each change of the bucket, from 1.</summary>
    public int Revision { get; set; }

    /// <summary><see langword="true"/> once a mention was added after the bucket had been judged by spike detection.</summary>
    public bool RevisedLate { get; set; }
}
