namespace SocialListening.Spikes;

/// <summary>The detector's configuration. One frozen set, <see cref="Default"/>, serves every brand.</summary>
internal sealed record DetectorSettings
{
    public static readonly DetectorSettings Default = new();

    // Baseline.
    public double LevelHalfLifeDays { get; init; } = 7;
    public double WinsorFactor { get; init; } = 1.8;
    public double EpisodeLearning { get; init; } = 0.25;
    public double HourPriorInfo { get; init; } = 12;
    public double DayPriorInfo { get; init; } = 25;
    public double HourMemory { get; init; } = 20;
    public double HourVariance { get; init; } = 0.15;
    public double DayVariance { get; init; } = 0.06;

    // Windows.
    public double BlockCapFactor { get; init; } = 5;
    public double BlockCapFloor { get; init; } = 4;
    public double SpreadRate { get; init; } = 0.0015;

    // Calibration.
    public double PriorDays { get; init; } = 7;
    public double LowQuantile { get; init; } = 0.25;
    public double HighQuantile { get; init; } = 0.75;
    public double HighLong { get; init; } = 0.75;
    public double ExcludeHours { get; init; } = 99;
    public double Off0 { get; init; } = 0;
    public double Off1 { get; init; } = 0;
    public double Off2 { get; init; } = 0;
    public double Off3 { get; init; } = 0;
    public double Off4 { get; init; } = 0;
    public double PriorLocation { get; init; } = 1.5;
    public double PriorScale { get; init; } = 0.6;
    public double MinimumScale { get; init; } = 0.3;
    public double Avg { get; init; } = 0;
    public double AvgSlow { get; init; } = 0;
    public double Shot { get; init; } = 0;
    public bool SlowNegOnly { get; init; } = true;
    public double ToneAssistSlow { get; init; } = 2;
    public double PeerBlendSlow { get; init; } = 0.5;
    public double ToneAssist { get; init; } = 3;
    public double PeerBlend { get; init; } = 0.5;

    // Decision.
    public double Threshold { get; init; } = 4;
    public double SlowThreshold { get; init; } = 3;
    public double SlowMaskHours { get; init; } = 24;
    public double EndHours { get; init; } = 2;
    public double Release { get; init; } = 0.4;
    public double QuietHours { get; init; } = 24;
    public double WorsenHours { get; init; } = 12;
    public double WorsenBy { get; init; } = 2.5;
    public double ToneThreshold { get; init; } = 4.5;
}
