namespace SocialListening.Spikes;

/// <summary>
/// Turns statistics of any scale into "once in so many days": keeps each statistic's highest value of every day for four
/// weeks, and fits a Gumbel law of daily maxima through two of their quantiles, blended with a pooled prior.
/// </summary>
internal sealed class TailCalibration
{
    private const int Days = 28;
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

    public int ClosedDays => _closed;

    /// <summary>
    /// The value on the scale of a Gumbel variable: beyond about 1 it is the logarithm of the days between such values.
    /// </summary>
    public double Standardise(int statistic, double value) => (value - _location[statistic]) / _scale[statistic];

    /// <summary>The inverse of <see cref="Standardise"/>.</summary>
    public double Value(int statistic, double standardised) => _location[statistic] + (standardised * _scale[statistic]);

    public void Observe(int statistic, double value)
    {
        if (value > _today[statistic])
        {
            _today[statistic] = value;
        }
    }

    public void CountBucket() => _seenToday++;

    /// <summary>Ends a day; one of which less than half was collected leaves no trace.</summary>
    public void CloseDay(bool exceptional)
    {
        if (!exceptional && _seenToday >= LocalCalendar.BucketsPerDay / 2)
        {
            for (var i = 0; i < _today.Length; i++)
            {
                var most = Value(i, 6);
                _history[(i * Days) + (_closed % Days)] = (float)Math.Clamp(_today[i], -3, most);
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

    private static double Gumbel(double probability) => -Math.Log(-Math.Log(probability));

    private void Fit()
    {
        var held = Math.Min(_closed, Days);
        var low = Gumbel(_settings.LowQuantile);
        for (var i = 0; i < _location.Length; i++)
        {
            var highQ = i is 0 or 1 ? _settings.HighQuantile : _settings.HighLong;
            var high = Gumbel(highQ);
            var location = _settings.PriorLocation;
            var scale = _settings.PriorScale;
            if (held > 0)
            {
                var values = _sorted.AsSpan(0, held);
                _history.AsSpan(i * Days, held).CopyTo(values);
                values.Sort();
                var lower = Quantile(values, _settings.LowQuantile);
                var upper = Quantile(values, highQ);
                var ownScale = (upper - lower) / (high - low);
                var ownLocation = lower - (low * ownScale);
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
