namespace SocialListening.Spikes;

/// <summary>One decision of the detector with the evidence for it.</summary>
public sealed record SpikeSignal
{
    private readonly SpikeLevel? _ownLevel;

    /// <summary>Which counts moved: <c>all</c>, or the key of a part such as <c>platform:bluesky</c>.</summary>
    public required string Series { get; init; }

    /// <summary>What it is taken for. A later phase may correct the kind of an earlier one.</summary>
    public required SpikeKind Kind { get; init; }

    /// <summary>Start, change or end.</summary>
    public required SpikePhase Phase { get; init; }

    /// <summary>
    /// Start of the bucket in which it is estimated to have begun; the same in every phase. Series and onset identify a
    /// spike, together with <see cref="Group"/>.
    /// </summary>
    public required DateTimeOffset Onset { get; init; }

    /// <summary>End of the bucket whose counts led to the decision.</summary>
    public required DateTimeOffset DetectedAt { get; init; }

    /// <summary>Length of the window that decided.</summary>
    public required TimeSpan Scale { get; init; }

    /// <summary>Mentions in that window; for <see cref="SpikeKind.NegativeShift"/> the negative ones.</summary>
    public required double Observed { get; init; }

    /// <summary>Mentions to be expected in that window, given season, level, announced events and completeness.</summary>
    public required double Expected { get; init; }

    /// <summary>Lower end of the range that holds 95 of 100 usual windows.</summary>
    public required double ExpectedLow { get; init; }

    /// <summary>Upper end of that range.</summary>
    public required double ExpectedHigh { get; init; }

    /// <summary>
    /// Days between windows as surprising as this one, by the series' own history ("once in 40 days"). At most 100,000.
    /// </summary>
    public required double ReturnPeriodDays { get; init; }

    /// <summary>Chance that a usual day holds a window as surprising, 0 to 1.</summary>
    public required double PValue { get; init; }

    /// <summary>
    /// Larger is worse, comparable across brands: the natural logarithm of 1 + the excess in the worst hour so far, in mean
    /// hours of the series; a part that has less than one mention an hour counts as if it had one. Never falls during a spike.
    /// </summary>
    public required double Severity { get; init; }

    /// <summary><see cref="Severity"/> as a step.</summary>
    public required SpikeLevel Level { get; init; }

    /// <summary>
    /// The same step without that floor: five mentions in an hour are extreme for a topic that has one a day. It says whether a part
    /// moved, <see cref="Level"/> how bad that is. Default <see cref="Level"/>, as for the whole.
    /// </summary>
    public SpikeLevel OwnLevel
    {
        get => _ownLevel ?? Level;
        init => _ownLevel = value;
    }

    /// <summary>Share of the deciding window that was collected, 0 to 1.</summary>
    public required double Completeness { get; init; }

    /// <summary>Share of negative mentions in what moved, 0 to 1; <see cref="double.NaN"/> when tone is not known.</summary>
    public double NegativeShare { get; init; } = double.NaN;

    /// <summary>Days of history behind the expectation. Under 7 the expectation leans on other brands' habits.</summary>
    public required double HistoryDays { get; init; }

    /// <summary>What drove it, largest share first.</summary>
    public IReadOnlyList<SpikeDriver> Drivers { get; init; } = [];

    /// <summary>
    /// <c>volume</c>, <c>drift</c> (slow), <c>copies</c>, <c>tone</c> or <c>flow</c>: each series has at most one open spike of
    /// each at a time.
    /// </summary>
    public required string Group { get; init; }
}
