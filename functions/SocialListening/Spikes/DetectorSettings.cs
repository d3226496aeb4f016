namespace SocialListening.Spikes;

/// <summary>
/// The detector's configuration. One frozen set, <see cref="Default"/>, serves every brand; how it was chosen stands in this
/// folder's README. Surprises are on a Gumbel scale: beyond about 1, the logarithm of the days between such values.
/// </summary>
internal sealed record DetectorSettings
{
    public static readonly DetectorSettings Default = new();

    /// <summary>After so many days a bucket counts half in the level.</summary>
    public double LevelHalfLifeDays { get; init; } = 10;

    /// <summary>The baseline takes a count as at most so many times its expectation.</summary>
    public double WinsorFactor { get; init; } = 2.5;

    /// <summary>Weight of what is learnt while a spike is open.</summary>
    public double EpisodeLearning { get; init; } = 0.25;

    /// <summary>Information behind a pooled hour-of-day factor: how much of the brand's own moves it half way.</summary>
    public double HourPrior { get; init; } = 12;

    /// <summary>The same for a weekday factor.</summary>
    public double WeekdayPrior { get; init; } = 25;

    /// <summary>Observations of an hour or weekday after which old ones fade.</summary>
    public double SeasonMemory { get; init; } = 20;

    /// <summary>Relative variance of an hour's count beyond Poisson, for the weight of an observation.</summary>
    public double HourVariance { get; init; } = 0.15;

    /// <summary>The same for a day's count.</summary>
    public double DayVariance { get; init; } = 0.06;

    /// <summary>A half-hour block counts at most so many times its expectation in a long window, plus the floor.</summary>
    public double BlockCapFactor { get; init; } = 5;

    /// <summary>Mentions a block may count in any case.</summary>
    public double BlockCapFloor { get; init; } = 4;

    /// <summary>Step of the spread's median tracker, per bucket.</summary>
    public double SpreadRate { get; init; } = 0.001;

    /// <summary>Days of own record that weigh as much as the pooled prior.</summary>
    public double PriorDays { get; init; } = 7;

    /// <summary>Pooled location of daily maxima.</summary>
    public double PriorLocation { get; init; } = 1.5;

    /// <summary>Pooled scale of daily maxima.</summary>
    public double PriorScale { get; init; } = 0.6;

    /// <summary>Least scale of daily maxima.</summary>
    public double MinimumScale { get; init; } = 0.3;

    /// <summary>A day with so many hours of spike leaves no trace in the record.</summary>
    public double ExcludedHours { get; init; } = 8;

    /// <summary>Weight of the moving tone beside the total.</summary>
    public double ToneBlend { get; init; } = 0.6;

    /// <summary>In long windows tone lifts the total's deviance by at most this much.</summary>
    public double ToneAssist { get; init; } = 1.5;

    /// <summary>Weight of the second-best short scale beside the best.</summary>
    public double SecondScale { get; init; } = 0.4;

    /// <summary>Surprise that starts a sudden spike.</summary>
    public double FastThreshold { get; init; } = 3.4;

    /// <summary>Surprise, mean of 12 h and 24 h, that starts a slow burn.</summary>
    public double SlowThreshold { get; init; } = 2.4;

    /// <summary>Hours after a sudden spike in which the long windows still show it.</summary>
    public double SlowMaskHours { get; init; } = 24;

    /// <summary>Share of a long window that must be collected.</summary>
    public double SlowCoverage { get; init; } = 0.9;

    /// <summary>Share of a short window that must be collected.</summary>
    public double FastCoverage { get; init; } = 0.5;

    /// <summary>A spike goes on while its surprise holds this share of the threshold.</summary>
    public double Release { get; init; } = 0.4;

    /// <summary>Calm hours that end a spike.</summary>
    public double EndHours { get; init; } = 12;

    /// <summary>Calm hours that end a tone shift or a copy-paste burst.</summary>
    public double ShortEndHours { get; init; } = 2;

    /// <summary>Hours without a judgement, for too little was collected, after which an open spike is over all the same.</summary>
    public double PatienceHours { get; init; } = 48;

    /// <summary>Hours after an alert in which only clearly worse raises another.</summary>
    public double QuietHours { get; init; } = 24;

    /// <summary>Hours between two reports of the same spike.</summary>
    public double WorsenHours { get; init; } = 12;

    /// <summary>Surprise above the last reported that is clearly worse: e times rarer.</summary>
    public double WorsenBy { get; init; } = 1;

    /// <summary>Surprise that starts a tone shift.</summary>
    public double ToneThreshold { get; init; } = 2.2;

    /// <summary>Weight of the mean over scales beside the best, for tone.</summary>
    public double ToneMean { get; init; } = 0.5;

    /// <summary>Hours after a sudden spike in which tone is not judged.</summary>
    public double ToneMaskHours { get; init; } = 24;

    /// <summary>Half-life in hours of the longest tone window.</summary>
    public double ToneHours { get; init; } = 30;

    /// <summary>Correlation of tone within a window: the beta-binomial's over-dispersion.</summary>
    public double ToneIntraclass { get; init; } = 0.008;

    /// <summary>Share of the fast threshold at which coordinated posts raise an alert.</summary>
    public double CopiesShare { get; init; } = 0.6;
}
