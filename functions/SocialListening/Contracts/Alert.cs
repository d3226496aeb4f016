namespace SocialListening.Contracts;

/// <summary>
/// An explained change in what is said of a brand. The id is a hash of brand, series and onset bucket, so that finding the
/// same change again, after a crash or on a second instance, gives the same alert.
/// </summary>
public sealed record Alert
{
    /// <summary>The version of this document's shape. Now 1.</summary>
    public int SchemaVersion { get; init; } = 1;

    /// <summary>The deterministic id, see <see cref="AlertId"/>.</summary>
    public required string Id { get; init; }

    /// <summary>The brand or cause.</summary>
    public required string BrandId { get; init; }

    /// <summary>What moved: <c>all</c>, <c>negative</c>, <c>platform:x</c>, <c>topic:id</c> or <c>tier:macro</c>.</summary>
    public required string Series { get; init; }

    /// <summary>The kind of change, such as <c>sudden</c>, <c>viral-positive</c>, <c>coordinated-burst</c>, <c>silence</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Whether it goes on.</summary>
    public required AlertStatus Status { get; init; }

    /// <summary>Counts up from 1 each time that the alert worsens or ends; each revision is notified once.</summary>
    public required int Revision { get; init; }

    /// <summary>Severity from 1 to 4: minor, moderate, major, extreme.</summary>
    public required int Severity { get; init; }

    /// <summary>Start of the first unusual bucket.</summary>
    public required DateTimeOffset OnsetUtc { get; init; }

    /// <summary>When it was first found.</summary>
    public required DateTimeOffset DetectedAtUtc { get; init; }

    /// <summary>When this revision was made.</summary>
    public required DateTimeOffset UpdatedAtUtc { get; init; }

    /// <summary>When activity was back to normal.</summary>
    public DateTimeOffset? EndedAtUtc { get; init; }

    /// <summary>Mentions seen in the window of <see cref="ScaleMinutes"/>; of an alert that has ended, when it was worst.</summary>
    public required double Observed { get; init; }

    /// <summary>Mentions expected in that window.</summary>
    public required double Expected { get; init; }

    /// <summary>Lower end of the expected range.</summary>
    public required double ExpectedLow { get; init; }

    /// <summary>Upper end of the expected range.</summary>
    public required double ExpectedHigh { get; init; }

    /// <summary>Length of the window that showed the change most clearly, in minutes.</summary>
    public required int ScaleMinutes { get; init; }

    /// <summary>Probability of so much or more by chance, 0 to 1.</summary>
    public required double PValue { get; init; }

    /// <summary>Days between windows as surprising as this one by the series' own history: "once in 40 days".</summary>
    public required double ReturnPeriodDays { get; init; }

    /// <summary>Share of negative mentions in what moved, 0 to 1; <see langword="null"/> when not known.</summary>
    public double? NegativeShare { get; init; }

    /// <summary>Days of history behind the expectation; under 7 it leans on other brands' habits.</summary>
    public required double HistoryDays { get; init; }

    /// <summary>How much of the window was collected, 0 to 1.</summary>
    public required double Completeness { get; init; }

    /// <summary>What drives it: the largest share first within each kind, but terms by how much more frequent they are than the day before. Default empty.</summary>
    public IReadOnlyList<AlertDriver> Drivers { get; init; } = [];

    /// <summary>The most telling posts, the furthest reaching first, at most 5. Default empty.</summary>
    public IReadOnlyList<AlertPost> Posts { get; init; } = [];

    /// <summary>The detector and its version.</summary>
    public required string Detector { get; init; }

    /// <summary>The W3C <c>traceparent</c> of the mention that weighed most when it was found; <see langword="null"/> when that was not traced.</summary>
    public string? TraceParent { get; init; }
}
