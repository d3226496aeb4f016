namespace SocialListening.Spikes;

/// <summary>
/// The expected count of a bucket: level × hour of day × weekday. The level is a discounted ratio (a gamma prior under
/// Poisson counts); hours and weekdays are log factors learnt by a discounted score step with a pooled prior, so that they
/// start as a usual brand's rhythm and follow this brand's as its counts come in.
/// </summary>
internal sealed class SeasonalBaseline(DetectorSettings settings)
{
    // Many brands' rhythm pooled: trough at 4 h, peak in the afternoon, quieter weekends.
    private static readonly float[] PooledHours = Pooled();
    private static readonly float[] PooledDays = [-0.25f, 0.08f, 0.08f, 0.08f, 0.08f, 0.08f, -0.2f];

    private readonly double _keep = double.Exp2(-1.0 / (settings.LevelHalfLifeDays * LocalCalendar.BucketsPerDay));
    private readonly float[] _hours = [.. PooledHours];
    private readonly float[] _hourInfo = new float[24];
    private readonly float[] _days = [.. PooledDays];
    private readonly float[] _dayInfo = new float[7];
    private double _levelCount;
    private double _levelShape;
    private int _hour = -1;
    private int _weekday = -1;
    private double _hourObserved;
    private double _hourExpected;
    private double _dayObserved;
    private double _dayExpected;
    private double _learnt;

    /// <summary>Buckets learnt from.</summary>
    public double Learnt => _learnt;

    /// <summary>Mean mentions a bucket, all hours.</summary>
    public double Level => (_levelCount + 0.1) / (_levelShape + 1.2);

    /// <summary>The season's factor at a local time.</summary>
    public double Shape(double hour, int weekday)
    {
        var position = hour + 23.5;
        var whole = (int)position;
        var rest = position - whole;
        var before = whole % 24;
        var after = (before + 1) % 24;
        return Math.Exp((_hours[before] * (1 - rest)) + (_hours[after] * rest) + _days[weekday]);
    }

    /// <summary>
    /// Learns from a collected bucket. The exposure is the bucket's expectation at level 1 (season, announced events and
    /// completeness); the weight is 1 in usual times and less during a spike.
    /// </summary>
    public void Learn(double hour, int weekday, double observed, double exposure, double weight)
    {
        Close((int)hour, weekday);
        _learnt++;
        var expected = Level * exposure;
        var maturity = Math.Min(1, _learnt / (2 * LocalCalendar.BucketsPerDay));
        _hourObserved += observed * weight;
        _hourExpected += expected * weight;
        var ceiling = (expected * (settings.WinsorFactor + (3 * (1 - maturity)))) + 1;
        var taken = maturity < 0.05 ? observed : Math.Min(observed, ceiling);
        _levelCount = (_levelCount * _keep) + (taken * weight);
        _levelShape = (_levelShape * _keep) + (exposure * weight);
    }

    public void Sync(ref StateCursor cursor)
    {
        cursor.Sync(_hours);
        cursor.Sync(_hourInfo);
        cursor.Sync(_days);
        cursor.Sync(_dayInfo);
        cursor.Sync(ref _levelCount);
        cursor.Sync(ref _levelShape);
        cursor.Sync(ref _hour);
        cursor.Sync(ref _weekday);
        cursor.Sync(ref _hourObserved);
        cursor.Sync(ref _hourExpected);
        cursor.Sync(ref _dayObserved);
        cursor.Sync(ref _dayExpected);
        cursor.Sync(ref _learnt);
    }

    private static float[] Pooled()
    {
        var hours = new float[24];
        for (var h = 0; h < 24; h++)
        {
            hours[h] = (float)((0.6 * Math.Cos(2 * Math.PI * (h + 0.5 - 15) / 24)) + (0.15 * Math.Cos(4 * Math.PI * (h + 0.5 - 12) / 24)));
        }

        return hours;
    }

    private static void Step(ref float factor, ref float info, float pooled, double observed, double expected, double variance, double prior, double memory, double winsor)
    {
        if (expected <= 0)
        {
            return;
        }

        // Fisher information of a negative binomial count about its log mean; the prior pulls towards the pooled rhythm.
        var weight = expected / (1 + (expected * variance));
        var surprise = (Math.Min(observed, (expected * winsor) + 1) - expected) / expected;
        var most = memory / variance;
        info = (float)Math.Min(info + weight, most);
        factor += (float)((weight * surprise / (info + prior)) + (prior * (pooled - factor) * weight / (info + prior) / most));
        factor = Math.Clamp(factor, -3, 3);
    }

    private void Close(int hour, int weekday)
    {
        if (hour != _hour)
        {
            if (_hour >= 0)
            {
                Step(ref _hours[_hour], ref _hourInfo[_hour], PooledHours[_hour], _hourObserved, _hourExpected, settings.HourVariance, settings.HourPrior, settings.SeasonMemory, settings.WinsorFactor);
                _dayObserved += Math.Min(_hourObserved, (_hourExpected * settings.WinsorFactor) + 1);
                _dayExpected += _hourExpected;
            }

            _hour = hour;
            _hourObserved = 0;
            _hourExpected = 0;
        }

        if (weekday != _weekday)
        {
            if (_weekday >= 0)
            {
                Step(ref _days[_weekday], ref _dayInfo[_weekday], PooledDays[_weekday], _dayObserved, _dayExpected, settings.DayVariance, settings.WeekdayPrior, settings.SeasonMemory, settings.WinsorFactor);
            }

            _weekday = weekday;
            _dayObserved = 0;
            _dayExpected = 0;
        }
    }
}
