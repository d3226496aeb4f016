namespace SocialListening.Spikes;

/// <summary>
/// Turns statistics of any scale into "once in so many days": keeps each statistic's highest value of every day for four
/// weeks, and fits a Gumbel law of daily maxima through their quartiles, blended with a pooled prior.
/// </summary>
internal sealed class TailCalibration
{
    private const int Days = 28;
    private const double Low = 0.25;
    private const double High = 0.75;
    private const double HighestKept = 6;
    private static readonly double GumbelLow = -Math.Log(-Math.Log(Low));
    private static readonly double GumbelHigh = -Math.Log(-Math.Log(High));
    private static readonly double GumbelMedian = -Math.Log(Math.Log(2));
    private readonly DetectorSettings _settings;
    private readonly float[] _history;
    private readonly double[] _today;
    private readonly double[] _location;
    private readonly double[] _scale;
    private readonly float[] _sorted = new float[Days];
    private int _closed;
    private int _seenToday;

    public TailCalibration(DetectorSettings settings, int statistics)
    {
        _settings = settings;
        _history = new float[statistics * Days];
        _today = new double[statistics];
        _location = new double[statistics];
        _scale = new double[statistics];
        Array.Fill(_today, double.NegativeInfinity);
        Fit();
    }

    /// <summary>
    /// The value on the scale of a Gumbel variable: beyond about 1 it is the logarithm of the days between such values.
    /// </summary>
    public double Standardise(int statistic, double value) => (value - _location[statistic]) / _scale[statistic];

    public void Observe(int statistic, double value)
    {
        if (value > _today[statistic])
        {
            _today[statistic] = value;
        }
    }

    public void CountBucket() => _seenToday++;

    /// <summary>Ends a day. One of spikes, or of which less than half was collected, leaves no trace.</summary>
    public void CloseDay(bool exceptional)
    {
        if (!exceptional && _seenToday >= LocalCalendar.BucketsPerDay / 2)
        {
            for (var i = 0; i < _today.Length; i++)
            {
                var most = _location[i] + (HighestKept * _scale[i]);
                var value = double.IsFinite(_today[i]) ? _today[i] : _location[i] + (GumbelMedian * _scale[i]);
                _history[(i * Days) + (_closed % Days)] = (float)Math.Clamp(value, -3, most);
            }

            _closed++;
            Fit();
        }

        _seenToday = 0;
        Array.Fill(_today, double.NegativeInfinity);
    }

    public void Sync(ref StateCursor cursor)
    {
        cursor.Sync(_history);
        cursor.Sync(_today);
        cursor.Sync(ref _closed);
        cursor.Sync(ref _seenToday);
        if (cursor.Reading)
        {
            Fit();
        }
    }

    private void Fit()
    {
        var held = Math.Min(_closed, Days);
        for (var i = 0; i < _location.Length; i++)
        {
            var location = _settings.PriorLocation;
            var scale = _settings.PriorScale;
            if (held > 0)
            {
                var values = _sorted.AsSpan(0, held);
                _history.AsSpan(i * Days, held).CopyTo(values);
                values.Sort();
                var lower = Quantile(values, Low);
                var upper = Quantile(values, High);
                var ownScale = (upper - lower) / (GumbelHigh - GumbelLow);
                var ownLocation = lower - (GumbelLow * ownScale);
                var own = held / (held + _settings.PriorDays);
                location += (ownLocation - location) * own;
                scale += (ownScale - scale) * own;
            }

            _location[i] = location;
            _scale[i] = Math.Max(scale, _settings.MinimumScale);
        }
    }

    private static double Quantile(ReadOnlySpan<float> sorted, double probability)
    {
        var position = (probability * (sorted.Length + 1)) - 1;
        var below = (int)Math.Clamp(Math.Floor(position), 0, sorted.Length - 1);
        var above = Math.Min(below + 1, sorted.Length - 1);
        var rest = Math.Clamp(position - below, 0, 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * rest);
    }
}
