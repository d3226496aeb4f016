namespace SocialListening.Spikes;

/// <summary>Writes a decision out with its figures.</summary>
internal sealed class SignalComposer(string key, DetectorSettings settings, SeasonalBaseline baseline, WindowSums windows, ToneBaseline shares, VolumeEvidence volume)
{
    private const double MostDays = 100_000;
    private const int HourScale = 1;
    private const double RangeDeviations = 1.96;

    /// <summary>Mentions in a mean hour of the series.</summary>
    public double MeanHour => Math.Max(baseline.Level * LocalCalendar.BucketsPerHour, 0.2);

    /// <summary>The excess of the last hour in mean hours of the series, as ln(1 + x).</summary>
    public double Severity()
    {
        var excess = windows.Sum(HourScale, WindowSums.Total) - windows.Sum(HourScale, WindowSums.Expected);
        return Math.Log(1 + Math.Max(0, excess / MeanHour));
    }

    /// <summary>The same of what is negative beyond the usual share, in a window.</summary>
    public double ToneSeverity(int scale)
    {
        var excess = windows.Sum(scale, WindowSums.Negative) - (windows.Sum(scale, WindowSums.Total) * shares.Negative);
        return Math.Log(1 + Math.Max(0, excess / WindowSums.Length(scale).TotalHours / MeanHour));
    }

    /// <summary>The step of a severity.</summary>
    public static SpikeLevel LevelOf(double severity) => (Math.Exp(severity) - 1) switch
    {
        < 3 => SpikeLevel.Minor,
        < 8 => SpikeLevel.Moderate,
        < 22 => SpikeLevel.Major,
        _ => SpikeLevel.Extreme,
    };

    public SpikeSignal Write(SpikeEpisode episode, SpikePhase phase, int scale, long bucket)
    {
        var tone = episode.Kind == SpikeKind.NegativeShift;
        var total = windows.Sum(scale, WindowSums.Total);
        var usual = windows.Sum(scale, WindowSums.Expected);
        var observed = tone ? windows.Sum(scale, WindowSums.Negative) : total;
        var expected = tone ? total * shares.Negative : usual;
        var deviation = Math.Sqrt(Math.Max(0, tone
            ? expected * (1 - shares.Negative) * (1 + ((total - 1) * settings.ToneIntraclass))
            : expected * (1 + (expected * volume.Spread(scale)))));
        var surprise = phase is SpikePhase.Ended ? episode.PeakSurprise : episode.ReportedSurprise;
        var days = ReturnPeriod(surprise);
        return new SpikeSignal
        {
            Series = key,
            Group = episode.Group,
            Kind = episode.Kind,
            Phase = phase,
            Onset = LocalCalendar.StartOf(episode.Onset),
            DetectedAt = LocalCalendar.StartOf(bucket + 1),
            Scale = WindowSums.Length(scale),
            Observed = observed,
            Expected = expected,
            ExpectedLow = Math.Max(0, expected - (RangeDeviations * deviation)),
            ExpectedHigh = expected + (RangeDeviations * deviation),
            ReturnPeriodDays = days,
            PValue = 1 / days,
            Severity = episode.Severity,
            Level = LevelOf(episode.Severity),
            Completeness = windows.Coverage(scale),
            NegativeShare = shares.Known ? NegativeShare(scale, total - usual, usual) : double.NaN,
            HistoryDays = baseline.Learnt / LocalCalendar.BucketsPerDay,
        };
    }

    /// <summary>Days between daily maxima as high, under the Gumbel law.</summary>
    private static double ReturnPeriod(double surprise) =>
        surprise > 30 ? MostDays : Math.Min(MostDays, 1 / (1 - Math.Exp(-Math.Exp(-surprise))));

    private double NegativeShare(int scale, double excess, double usual)
    {
        var negative = windows.Sum(scale, WindowSums.Negative);
        return excess > 0
            ? Math.Clamp((negative - (usual * shares.Negative)) / excess, 0, 1)
            : Math.Clamp(negative / Math.Max(1e-9, windows.Sum(scale, WindowSums.Total)), 0, 1);
    }
}
