namespace SocialListening.Spikes;

/// <summary>Tells what moved a series: the whole by tone and by the parts that have a series of their own, a part by its tone.</summary>
internal static class SignalExplainer
{
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
        return signal with { Drivers = drivers };
    }
}
