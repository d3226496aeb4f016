namespace SocialListening.Spikes;

/// <summary>Detection over one series: baseline, windows, calibration and open spikes.</summary>
internal sealed class SeriesDetection
{
    private const int ToneScales = 3;
    private const int FirstToneScale = 2;
    private const int FirstSlowScale = 3;
    private const double MinimumCoverage = 0.5;
    private const double Intraclass = 0.004;
    private static readonly double[] InitialSpread = [0.25, 0.2, 0.14, 0.09, 0.07];

    private readonly DetectorSettings _settings;
    private readonly SeasonalBaseline _baseline;
    private readonly WindowSums _windows;
    private readonly TailCalibration _tail;
    private readonly double[] _spread = new double[WindowSums.Scales];
    private readonly double[] _raw = new double[WindowSums.Scales];
    private readonly SpikeEpisode _volume = new();
    private readonly SpikeEpisode _slow = new();
    private readonly SpikeEpisode _tone = new();
    private readonly SpikeEpisode _flow = new();
    private readonly ToneBaseline _shares = new();
    private readonly GapCredit _gap = new();
    private readonly CoordinationEvidence _coordination = new();
    private int _hotToday;
    private long _calm;
    private long _bucket;

    public SeriesDetection(string key, DetectorSettings settings)
    {
        Key = key;
        _settings = settings;
        _baseline = new SeasonalBaseline(settings);
        _windows = new WindowSums(settings);
        _tail = new TailCalibration(settings, WindowSums.Scales + ToneScales);
        InitialSpread.CopyTo(_spread, 0);
    }

    public string Key { get; }

    /// <summary>Decision value of the latest bucket: 1 is the alert threshold.</summary>
    public double Score { get; private set; }

    public double Fast, Slow;

    public double ToneScore { get; private set; }

    public double OpenSeverity => Math.Max(_volume.Active ? _volume.Severity : 0, _slow.Active ? _slow.Severity : 0);

    private bool Elevated => _volume.Active || _slow.Active;

    public void Step(long bucket, in Reading reading, in BucketContext context, ICollection<SpikeSignal> signals)
    {
        _bucket = bucket;
        var shape = _baseline.Shape(context.LocalHour, context.LocalWeekday) * context.KnownFactor;
        var whole = _baseline.Level * shape;
        Score = 0;
        ToneScore = 0;
        var usable = reading.Collected && reading.Completeness >= 0.5f;
        var exposure = shape * reading.Completeness;
        var expected = _baseline.Level * exposure;
        var warm = _baseline.Learnt >= LocalCalendar.BucketsPerDay;
        var accepted = _gap.Accept(usable, reading.Total, usable ? expected : whole, warm);
        Flow(bucket, signals);
        if (!usable || _gap.Silent)
        {
            _windows.Push(bucket, false, 0, 0, 0, 0);
        }
        else
        {
            var part = reading.Total > 0 ? accepted / reading.Total : 1;
            _windows.Push(bucket, true, expected, accepted, reading.Negative * part, reading.Positive * part);
            _coordination.Add(reading, expected);
            Judge(bucket, reading, context, signals);
            _baseline.Learn(context.LocalHour, context.LocalWeekday, accepted, exposure, Elevated ? _settings.EpisodeLearning : 1);
            if (!Elevated && !_tone.Active)
            {
                _shares.Learn(reading, part);
            }

            _tail.CountBucket();
            if ((_volume.Active && _volume.LastHot == bucket) || (_slow.Active && _slow.LastHot == bucket))
            {
                _hotToday++;
            }
        }

        if (bucket % LocalCalendar.BucketsPerDay == LocalCalendar.BucketsPerDay - 1)
        {
            _tail.CloseDay(_hotToday >= _settings.ExcludeHours * 12);
            _hotToday = 0;
        }
    }

    public void Sync(ref StateCursor cursor)
    {
        _baseline.Sync(ref cursor);
        _windows.Sync(ref cursor);
        _tail.Sync(ref cursor);
        cursor.Sync(_spread);
        _volume.Sync(ref cursor);
        _slow.Sync(ref cursor);
        _tone.Sync(ref cursor);
        _flow.Sync(ref cursor);
        _shares.Sync(ref cursor);
        _gap.Sync(ref cursor);
        _coordination.Sync(ref cursor);
        cursor.Sync(ref _hotToday);
        cursor.Sync(ref _calm);
        cursor.Sync(ref _bucket);
    }

    /// <summary>Adds the spikes open now.</summary>
    public void Current(ICollection<SpikeSignal> signals)
    {
        if (_volume.Active)
        {
            signals.Add(Describe(_volume, SpikePhase.Ongoing, 1));
        }

        if (_slow.Active)
        {
            signals.Add(Describe(_slow, SpikePhase.Ongoing, 4));
        }

        if (_tone.Active)
        {
            signals.Add(Describe(_tone, SpikePhase.Ongoing, 3));
        }

        if (_flow.Active)
        {
            signals.Add(Describe(_flow, SpikePhase.Ongoing, 1));
        }
    }

    /// <summary>The series as a part of another one's window, its excess standing as the share.</summary>
    public SpikeDriver Part(TimeSpan scale)
    {
        var s = WindowSums.ScaleOf(scale);
        var observed = _windows.Sum(s, WindowSums.Total);
        var expected = _windows.Sum(s, WindowSums.Expected);
        return new SpikeDriver(Key, observed, expected, observed - expected);
    }

    /// <summary>Adds what the tones contributed to the excess of a window.</summary>
    public void Drivers(TimeSpan scale, List<SpikeDriver> drivers)
    {
        if (!_shares.Known)
        {
            return;
        }

        var s = WindowSums.ScaleOf(scale);
        var expected = _windows.Sum(s, WindowSums.Expected);
        var excess = Math.Max(1e-9, _windows.Sum(s, WindowSums.Total) - expected);
        Tone("negative", _windows.Sum(s, WindowSums.Negative), expected * _shares.Negative);
        Tone("positive", _windows.Sum(s, WindowSums.Positive), expected * _shares.Positive);

        void Tone(string key, double observed, double usual)
        {
            if (observed > usual)
            {
                drivers.Add(new SpikeDriver(key, observed, usual, Math.Clamp((observed - usual) / excess, 0, 1)));
            }
        }
    }

    private void Judge(long bucket, in Reading reading, in BucketContext context, ICollection<SpikeSignal> signals)
    {
        var fast = double.NegativeInfinity;
        var fastScale = 0;
        var slow = double.NegativeInfinity;
        var second = double.NegativeInfinity;
        var slowSum = 0.0;
        var slowCount = 0;
        var slowScale = FirstSlowScale;
        for (var scale = 0; scale < WindowSums.Scales; scale++)
        {
            if (_windows.Coverage(scale) < MinimumCoverage)
            {
                continue;
            }

            var value = Statistic(scale);
            _tail.Observe(scale, value);
            var standard = _tail.Standardise(scale, value) - Offset(scale);
            if (_windows.Sum(scale, WindowSums.Total) < context.MinimumMentions)
            {
                continue;
            }

            if (scale < FirstSlowScale)
            {
                if (standard > fast)
                {
                    second = fast;
                    fast = standard;
                    fastScale = scale;
                }
                else
                {
                    second = Math.Max(second, standard);
                }
            }
            else
            {
                slowSum += standard;
                slowCount++;
                if (standard > slow)
                {
                    slow = standard;
                    slowScale = scale;
                }
            }
        }

        if (second > -10)
        {
            fast += _settings.Avg * (second - fast);
        }

        if (slowCount > 1)
        {
            slow += _settings.AvgSlow * ((slowSum / slowCount) - slow);
        }

        var threshold = context.Threshold(_settings.Threshold);
        var slowThreshold = context.Threshold(_settings.SlowThreshold);
        (Fast, Slow) = (fast, slow);
        Score = Math.Max(fast / threshold, slow / slowThreshold);
        if (fast < 0)
        {
            _calm = bucket;
        }

        var masked = _volume.Active || bucket - _volume.LastHot < _settings.SlowMaskHours * LocalCalendar.BucketsPerHour;
        Track(_volume, bucket, fast, fastScale, threshold, false, signals);
        Track(_slow, bucket, slow, slowScale, slowThreshold, masked, signals);
        Tone(bucket, context, signals);
    }

    private double Offset(int scale) => scale switch { 0 => _settings.Off0, 1 => _settings.Off1, 2 => _settings.Off2, 3 => _settings.Off3, _ => _settings.Off4 };

    private double Statistic(int scale)
    {
        var expected = _windows.Sum(scale, WindowSums.Expected);
        var usual = _baseline.Level * WindowSums.BucketsIn(scale) * _windows.Coverage(scale) / Math.Max(expected, 1e-6);
        var shot = _settings.Shot * _settings.Shot * 4 / WindowSums.BucketsIn(scale) * usual * usual;
        var spread = _spread[scale] + shot;
        var total = CountDeviance.NegativeBinomial(_windows.Sum(scale, WindowSums.Total), expected, spread);
        if (!Elevated)
        {
            var weight = expected * _spread[scale];
            var step = _settings.SpreadRate * weight / (1 + weight) * (Math.Abs(total) > 0.6745 ? 1 : -1);
            _spread[scale] = Math.Clamp(_spread[scale] * (1 + step), 0.01, 2);
        }

        if (!_shares.Known)
        {
            return total;
        }

        spread += 0.03;
        var slow = scale >= FirstSlowScale;
        var tone = CountDeviance.NegativeBinomial(_windows.Sum(scale, WindowSums.Negative), expected * _shares.Negative, spread);
        if (!slow || !_settings.SlowNegOnly)
        {
            tone = Math.Max(tone, CountDeviance.NegativeBinomial(_windows.Sum(scale, WindowSums.Positive), expected * _shares.Positive, spread));
        }

        var share = slow ? _settings.PeerBlendSlow : _settings.PeerBlend;
        var blend = (total * (1 - share)) + (tone * share);
        return Math.Min(blend, Math.Max(total, 0) + (slow ? _settings.ToneAssistSlow : _settings.ToneAssist));
    }

    private void Track(SpikeEpisode episode, long bucket, double best, int scale, double threshold, bool masked, ICollection<SpikeSignal> signals)
    {
        if (episode.Active)
        {
            episode.Severity = Math.Max(episode.Severity, Severity());
            episode.PeakSurprise = Math.Max(episode.PeakSurprise, best);
            if (best >= threshold * _settings.Release)
            {
                episode.LastHot = bucket;
            }

            if (best >= episode.ReportedSurprise + _settings.WorsenBy && bucket - episode.Reported >= _settings.WorsenHours * LocalCalendar.BucketsPerHour)
            {
                episode.ReportedSurprise = best;
                episode.Reported = bucket;
                episode.Kind = (int)KindOf(scale);
                signals.Add(Describe(episode, SpikePhase.Worsened, scale));
            }
            else if (bucket - episode.LastHot >= _settings.EndHours * LocalCalendar.BucketsPerHour)
            {
                episode.Active = false;
                signals.Add(Describe(episode, SpikePhase.Ended, scale));
            }

            return;
        }

        if (masked || best < threshold || (bucket < episode.QuietUntil && best < episode.PeakSurprise + _settings.WorsenBy))
        {
            return;
        }

        episode.Active = true;
        episode.Started = bucket;
        episode.Reported = bucket;
        episode.LastHot = bucket;
        episode.Onset = Math.Max(_calm + 1, bucket - (long)(WindowSums.Length(scale) / BucketObservation.Length) + 1);
        episode.QuietUntil = bucket + (long)(_settings.QuietHours * LocalCalendar.BucketsPerHour);
        episode.ReportedSurprise = best;
        episode.PeakSurprise = best;
        episode.Severity = Severity();
        episode.Kind = (int)KindOf(scale);
        signals.Add(Describe(episode, SpikePhase.Started, scale));
    }

    private void Tone(long bucket, in BucketContext context, ICollection<SpikeSignal> signals)
    {
        if (!_shares.Known)
        {
            return;
        }

        var best = double.NegativeInfinity;
        var bestScale = 0;
        for (var i = 0; i < ToneScales; i++)
        {
            var scale = FirstToneScale + i;
            if (_windows.Coverage(scale) < MinimumCoverage)
            {
                continue;
            }

            var value = CountDeviance.Share(_windows.Sum(scale, WindowSums.Negative), _windows.Sum(scale, WindowSums.Total), _shares.Negative, Intraclass);
            _tail.Observe(WindowSums.Scales + i, value);
            var standard = _tail.Standardise(WindowSums.Scales + i, value);
            if (standard > best && _windows.Sum(scale, WindowSums.Total) >= context.MinimumMentions)
            {
                best = standard;
                bestScale = scale;
            }
        }

        var threshold = context.Threshold(_settings.ToneThreshold);
        ToneScore = best / threshold;
        var episode = _tone;
        if (episode.Active)
        {
            episode.PeakSurprise = Math.Max(episode.PeakSurprise, best);
            if (best >= threshold * _settings.Release)
            {
                episode.LastHot = bucket;
            }

            if (bucket - episode.LastHot >= 2 * LocalCalendar.BucketsPerHour)
            {
                episode.Active = false;
                signals.Add(Describe(episode, SpikePhase.Ended, bestScale));
            }
        }
        else if (best >= threshold && bucket >= episode.QuietUntil && !Elevated)
        {
            episode.Active = true;
            episode.Kind = (int)SpikeKind.NegativeShift;
            episode.Started = bucket;
            episode.LastHot = bucket;
            episode.Onset = bucket - (long)(WindowSums.Length(bestScale) / BucketObservation.Length) + 1;
            episode.QuietUntil = bucket + (long)(_settings.QuietHours * LocalCalendar.BucketsPerHour);
            episode.ReportedSurprise = best;
            episode.PeakSurprise = best;
            episode.Severity = Severity();
            signals.Add(Describe(episode, SpikePhase.Started, bestScale));
        }
    }

    private void Flow(long bucket, ICollection<SpikeSignal> signals)
    {
        if (_gap.Silent != _flow.Active)
        {
            _flow.Active = _gap.Silent;
            _flow.Kind = (int)SpikeKind.Silence;
            if (_gap.Silent)
            {
                _flow.Started = bucket;
                _flow.Onset = bucket - _gap.ZeroBuckets + 1;
            }

            signals.Add(Describe(_flow, _gap.Silent ? SpikePhase.Started : SpikePhase.Ended, 1));
        }
    }

    private SpikeKind KindOf(int scale)
    {
        if (scale < FirstSlowScale && _coordination.Suspicious)
        {
            return SpikeKind.CoordinatedBurst;
        }

        var expected = _windows.Sum(scale, WindowSums.Expected);
        var negative = _windows.Sum(scale, WindowSums.Negative) - (expected * _shares.Negative);
        var positive = _windows.Sum(scale, WindowSums.Positive) - (expected * _shares.Positive);
        return _shares.Known && positive > negative ? SpikeKind.ViralPositive : scale >= FirstSlowScale ? SpikeKind.SlowBurn : SpikeKind.Sudden;
    }

    private double Severity()
    {
        var excess = _windows.Sum(1, WindowSums.Total) - _windows.Sum(1, WindowSums.Expected);
        return Math.Log(1 + Math.Max(0, excess / Math.Max(_baseline.Level * LocalCalendar.BucketsPerHour, 0.2)));
    }

    private SpikeSignal Describe(SpikeEpisode episode, SpikePhase phase, int scale)
    {
        var tone = (SpikeKind)episode.Kind == SpikeKind.NegativeShift;
        var total = _windows.Sum(scale, WindowSums.Total);
        var expected = _windows.Sum(scale, WindowSums.Expected);
        var surprise = phase == SpikePhase.Ended ? episode.PeakSurprise : episode.ReportedSurprise;
        var observed = tone ? _windows.Sum(scale, WindowSums.Negative) : total;
        expected = tone ? total * _shares.Negative : expected;
        var deviation = Math.Sqrt((expected * (1 + (expected * _spread[scale]))) + 1e-9);
        var days = Math.Min(100_000, 1 / (1 - Math.Exp(-Math.Exp(-Math.Min(surprise, 20)))));
        var negativeExcess = _windows.Sum(scale, WindowSums.Negative) - (expected * _shares.Negative);
        var excess = Math.Max(1e-9, total - expected);
        return new SpikeSignal
        {
            Series = Key,
            Kind = (SpikeKind)episode.Kind,
            Phase = phase,
            Onset = LocalCalendar.StartOf(episode.Onset),
            DetectedAt = LocalCalendar.StartOf(_bucket + 1),
            Scale = WindowSums.Length(scale),
            Observed = observed,
            Expected = expected,
            ExpectedLow = Math.Max(0, expected - (1.96 * deviation)),
            ExpectedHigh = expected + (1.96 * deviation),
            ReturnPeriodDays = days,
            PValue = 1 / days,
            Severity = episode.Severity,
            Level = LevelOf(episode.Severity),
            Completeness = _windows.Coverage(scale),
            NegativeShare = _shares.Known ? Math.Clamp(negativeExcess / excess, 0, 1) : double.NaN,
            HistoryDays = _baseline.Learnt / LocalCalendar.BucketsPerDay,
        };
    }

    private static SpikeLevel LevelOf(double severity) => (Math.Exp(severity) - 1) switch
    {
        < 3 => SpikeLevel.Minor,
        < 8 => SpikeLevel.Moderate,
        < 22 => SpikeLevel.Major,
        _ => SpikeLevel.Extreme,
    };
}
