namespace SocialListening.Spikes;

/// <summary>Tells what moved a series: the whole by tone and by the parts that have a series of their own, a part by its tone; and how grave that is for the brand.</summary>
internal static class SignalExplainer
{
    /// <summary>Mentions in a mean hour that a part is graded by when it has fewer; those of its brand if that has fewer still.</summary>
    private const double LeastHour = 1;

    public static SpikeSignal Explain(SpikeSignal signal, BrandState state)
    {
        var drivers = new List<SpikeDriver>();
        for (var i = 0; i < state.Series.Count; i++)
        {
            var series = state.Series[i];
            if (series.Key == signal.Series)
            {
                series.Drivers(signal.Scale, drivers);
            }
            else if (signal.Series == state.All.Key && series.Part(signal.Scale) is { Share: > 0 } part)
            {
                drivers.Add(part with { Share = Math.Clamp(part.Share / Math.Max(1e-9, signal.Observed - signal.Expected), 0, 1) });
            }
        }

        drivers.Sort(static (a, b) => b.Share.CompareTo(a.Share));
        return InBrand(signal, state) with { Drivers = drivers };
    }

    // A series measures its excess in its own mean hours, which makes a handful extreme where there is next to nothing.
    private static SpikeSignal InBrand(SpikeSignal signal, BrandState state)
    {
        if (signal.Series == state.All.Key || state.Series.FirstOrDefault(series => series.Key == signal.Series) is not { } part)
        {
            return signal;
        }

        var hour = Math.Max(part.MeanHour, Math.Min(LeastHour, state.All.MeanHour));
        var severity = Math.Log(1 + ((Math.Exp(signal.Severity) - 1) * part.MeanHour / hour));
        return signal with { Severity = severity, Level = SignalComposer.LevelOf(severity), OwnLevel = signal.Level };
    }
}
