using System.Diagnostics.CodeAnalysis;

namespace SocialListening.Contracts;

/// <summary>The counts of one brand in one five-minute bucket <c>[Start, Start + 5 min)</c>, by creation time of the mentions.</summary>
public sealed record RollupDocument
{
    /// <summary>The version of this document's shape. Now 3: 1 lacked <see cref="Toxic"/> and <see cref="ByIntent"/>, 1 and 2 lacked <see cref="ByTopic"/>, <see cref="ByAuthorTier"/> and <see cref="ByMinute"/>; what is lacking reads as 0 or empty.</summary>
    public int SchemaVersion { get; init; } = 3;

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

    /// <summary>Mentions by topic of the brand and tone: keys <c>topic/negative</c>, <c>topic/neutral</c>, <c>topic/positive</c>; a mention may have several topics or none.</summary>
    [AllowNull]
    public SortedDictionary<string, int> ByTopic { get => field ??= new(StringComparer.Ordinal); init; }

    /// <summary>Mentions by reach of their author: <c>nano</c> under 1,000 followers, <c>micro</c>, <c>mid</c>, <c>macro</c>, <c>mega</c> from ten times more each, or <c>unknown</c>.</summary>
    [AllowNull]
    public SortedDictionary<string, int> ByAuthorTier { get => field ??= new(StringComparer.Ordinal); init; }

    /// <summary>Mentions by minute of the bucket and tone: keys <c>0/negative</c> to <c>4/positive</c>.</summary>
    [AllowNull]
    public SortedDictionary<string, int> ByMinute { get => field ??= new(StringComparer.Ordinal); init; }

    /// <summary>Key phrases of an hour or a day; <see langword="null"/> for five minutes, which keep none.</summary>
    public TermTally? Terms { get; set; }

    /// <summary>Counts up with each change of the bucket, from 1.</summary>
    public int Revision { get; set; }

    /// <summary><see langword="true"/> once a mention was added or its tone changed after the bucket had been judged by spike detection.</summary>
    public bool RevisedLate { get; set; }
}
