using System.Diagnostics.CodeAnalysis;

namespace SocialListening.Contracts;

/// <summary>The counts of one brand in one five-minute bucket <c>[Start, Start + 5 min)</c>, by creation time of the mentions.</summary>
public sealed record RollupDocument
{
    /// <summary>The version of this document's shape. Now 2: 1 lacked <see cref="Toxic"/> and <see cref="ByIntent"/>, which are then 0 and empty.</summary>
    public int SchemaVersion { get; init; } = 2;

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

    /// <summary>Mentions whose text was called offensive with a probability of one half or more.</summary>
    public int Toxic { get; set; }

    /// <summary>Mentions by intent, of <see cref="IntentNames.All"/>; a mention may have several or none.</summary>
    [AllowNull]
    public SortedDictionary<string, int> ByIntent { get => field ??= new(StringComparer.Ordinal); init; }

    /// <summary>Counts up with each change of the bucket, from 1.</summary>
    public int Revision { get; set; }

    /// <summary><see langword="true"/> once a mention was added or its tone changed after the bucket had been judged by spike detection.</summary>
    public bool RevisedLate { get; set; }
}
