namespace SocialListening.Spikes;

/// <summary>Detection over one series: its baseline, windows and calibration, and the spikes open in it.</summary>
internal sealed class SeriesDetection
{
    /// <summary>Long windows and tone are judged every so many buckets.</summary>
    public const int SlowStride = 3;

    private const float LeastCompleteness = 0.5f;

    // A crisis taken for praise costs more than praise taken for a crisis.
    private const double PraiseOverBlame = 2;
    private const double LeastPraise = 0.25;

    private readonly DetectorSettings _settings;
    private readonly SeasonalBaseline _baseline;
    private readonly WindowSums _windows;
    private readonly TailCalibration _tail;
    private readonly ToneBaseline _shares = new();
    private readonly GapCredit _gap = new();
    private readonly CoordinationEvidence _coordination = new();
    private readonly VolumeEvidence _volume;
    private readonly ToneEvidence _tone;
    private readonly SignalComposer _composer;
    private readonly SpikeEpisode _sudden = new("volume");
    private readonly SpikeEpisode _slow = new("drift");
    private readonly SpikeEpisode _copies = new("copies");
    private readonly SpikeEpisode _shift = new("tone");
    private readonly SpikeEpisode _silence = new("flow");
    private long _calm;
    private long _bucket;
    private int _hotToday;

    public SeriesDetection(string key, DetectorSettings settings)
    {
        Key = key;
        _settings = settings;
        _baseline = new SeasonalBaseline(settings);
        _windows = new WindowSums(settings);
        _tail = new TailCalibration(settings, WindowSums.Scales + ToneEvidence.Statistics);
        _volume = new VolumeEvidence(settings, _windows, _tail, _shares);
        _tone = new ToneEvidence(settings, _windows, _tail, _shares);
        _composer = new SignalComposer(key, settings, _baseline, _windows, _shares, _volume);
    }

    public string Key { get; }

    /// <summary>Surprise of the latest judged windows over the threshold: an alert needs 1.</summary>
    public double Score { get; private set; }

    /// <summary>Mentions in a mean hour.</summary>
    public double MeanHour => _composer.MeanHour;

    private bool Elevated => _sudden.Active || _slow.Active;

    public void Step(long bucket, in Reading reading, in BucketContext context, ICollection<SpikeSignal> signals)
    {
        _bucket = bucket;
        Score = 0;
        var usable = reading.Collected && reading.Completeness >= LeastCompleteness;
        var exposure = _baseline.Shape(context.LocalHour, context.LocalWeekday) * context.KnownFactor * (usable ? reading.Completeness : 1);
        var expected = _baseline.Level * exposure;
        var own = _gap.Accept(usable, reading.Total, expected, _baseline.Learnt >= LocalCalendar.BucketsPerDay);
        Flow(expected, context, signals);
        if (!usable || _gap.Silent)
        {
            _windows.Miss(bucket);
        }
        else
        {
            Take(reading, own, expected);
            Judge(context, signals);
            _baseline.Learn(context.LocalHour, context.LocalWeekday, own, exposure, Elevated ? _settings.EpisodeLearning : 1);
            if (!Elevated && !_shift.Active)
            {
                _shares.Learn(reading, reading.Total > 0 ? own / reading.Total : 1);
            }

            _tail.CountBucket();
            _hotToday += (_sudden.Active && _sudden.LastHot == bucket) || (_slow.Active && bucket - _slow.LastHot < SlowStride) ? 1 : 0;
        }

        if (bucket % LocalCalendar.BucketsPerDay == LocalCalendar.BucketsPerDay - 1)
        {
            _tail.CloseDay(exceptional: _hotToday >= _settings.ExcludedHours * LocalCalendar.BucketsPerHour);
            _hotToday = 0;
        }
    }

    /// <summary>Adds the spikes open now.</summary>
    public void Current(ICollection<SpikeSignal> signals)
    {
        Add(_sudden, 1);
        Add(_slow, WindowSums.Scales - 1);
        Add(_copies, 0);
        Add(_shift, WindowSums.Scales - 1);
        Add(_silence, 1);

        void Add(SpikeEpisode episode, int scale)
        {
            if (episode.Active)
            {
                signals.Add(_composer.Write(episode, SpikePhase.Ongoing, scale, _bucket));
            }
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
        Add("negative", _windows.Sum(s, WindowSums.Negative), expected * _shares.Negative);
        Add("positive", _windows.Sum(s, WindowSums.Positive), expected * _shares.Positive);

        void Add(string key, double observed, double usual)
        {
            if (observed > usual)
            {
                drivers.Add(new SpikeDriver(key, observed, usual, Math.Clamp((observed - usual) / excess, 0, 1)));
            }
        }
    }

    public void Sync(ref StateCursor cursor)
    {
        _baseline.Sync(ref cursor);
        _windows.Sync(ref cursor);
        _tail.Sync(ref cursor);
        _shares.Sync(ref cursor);
        _gap.Sync(ref cursor);
        _coordination.Sync(ref cursor);
        _volume.Sync(ref cursor);
        _tone.Sync(ref cursor);
        _sudden.Sync(ref cursor);
        _slow.Sync(ref cursor);
        _copies.Sync(ref cursor);
        _shift.Sync(ref cursor);
        _silence.Sync(ref cursor);
        cursor.Sync(ref _calm);
        cursor.Sync(ref _bucket);
        cursor.Sync(ref _hotToday);
    }

    // Copies count in the short windows, which are to see them; the long ones take the usual traffic in their place.
    private void Take(in Reading reading, double own, double expected)
    {
        var part = reading.Total > 0 ? own / reading.Total : 1;
        _coordination.Add(reading);
        var usual = Math.Min(own, expected);
        var counts = new WindowCounts(expected, own, reading.Negative * part, reading.Positive * part);
        _windows.Push(_bucket, counts, _coordination.Suspicious ? new WindowCounts(expected, usual, usual * _shares.Negative, usual * _shares.Positive) : counts);
        if (!_sudden.Active && !_coordination.Suspicious)
        {
            _tone.Add(own, reading.Negative * part);
        }
    }

    private void Judge(in BucketContext context, ICollection<SpikeSignal> signals)
    {
        var fast = _volume.Fast(context.MinimumMentions, learn: !Elevated);
        var threshold = context.Threshold(_settings.FastThreshold);
        Score = fast.Surprise / threshold;
        if (fast.Surprise < 0)
        {
            _calm = _bucket;
        }

        Copies(fast, threshold * _settings.CopiesShare, signals);
        Report(_sudden, fast, masked: _bucket - _copies.LastHot < LocalCalendar.BucketsPerHour, EpisodeRules.Of(_settings, threshold), signals);
        if (_bucket % SlowStride != SlowStride - 1)
        {
            return;
        }

        var slow = _volume.Slow(context.MinimumMentions, learn: !Elevated);
        var slowThreshold = context.Threshold(_settings.SlowThreshold);
        Score = Math.Max(Score, slow.Surprise / slowThreshold);
        Report(_slow, slow, Aftermath(_settings.SlowMaskHours), EpisodeRules.Of(_settings, slowThreshold), signals);
        if (_shares.Known)
        {
            var tone = _tone.Judge(context.MinimumMentions, _baseline.Learnt);
            Report(_shift, tone, Aftermath(_settings.ToneMaskHours), EpisodeRules.Brief(_settings, context.Threshold(_settings.ToneThreshold)), signals);
        }
    }

    private bool Aftermath(double hours) => _sudden.Active || _bucket - _sudden.LastHot < hours * LocalCalendar.BucketsPerHour;

    private void Copies(Evidence fast, double threshold, ICollection<SpikeSignal> signals)
    {
        var evidence = _coordination.Suspicious ? fast : Evidence.None;
        var rules = EpisodeRules.Brief(_settings, threshold) with { Release = threshold, Quiet = 0 };
        if (evidence.Surprise >= threshold || _copies.Active)
        {
            Report(_copies, evidence with { Scale = fast.Scale }, masked: false, rules, signals);
        }
    }

    private void Report(SpikeEpisode episode, Evidence evidence, bool masked, in EpisodeRules rules, ICollection<SpikeSignal> signals)
    {
        if (!episode.Concerns(evidence.Surprise, rules) || (evidence.IsMissing && episode.MayWait(_bucket, rules)))
        {
            return;
        }

        var severity = ReferenceEquals(episode, _shift) ? _composer.ToneSeverity(evidence.Scale) : _composer.Severity();
        if (episode.Advance(_bucket, evidence.Surprise, severity, masked, rules) is not { } phase)
        {
            return;
        }

        if (phase != SpikePhase.Ended)
        {
            var length = (long)(WindowSums.Length(evidence.Scale) / BucketObservation.Length);
            episode.Name(KindOf(episode, evidence.Scale), Math.Max(_calm + 1, _bucket - length + 1));
        }

        signals.Add(_composer.Write(episode, phase, evidence.Scale, _bucket));
    }

    private SpikeKind KindOf(SpikeEpisode episode, int scale)
    {
        if (ReferenceEquals(episode, _copies))
        {
            return SpikeKind.CoordinatedBurst;
        }

        if (ReferenceEquals(episode, _shift))
        {
            return SpikeKind.NegativeShift;
        }

        var expected = _windows.Sum(scale, WindowSums.Expected);
        var negative = _windows.Sum(scale, WindowSums.Negative) - (expected * _shares.Negative);
        var positive = _windows.Sum(scale, WindowSums.Positive) - (expected * _shares.Positive);
        var excess = _windows.Sum(scale, WindowSums.Total) - expected;
        var praised = positive > PraiseOverBlame * Math.Max(0, negative) && positive > LeastPraise * excess;
        return _shares.Known && praised ? SpikeKind.ViralPositive
            : ReferenceEquals(episode, _slow) ? SpikeKind.SlowBurn : SpikeKind.Sudden;
    }

    private void Flow(double expected, in BucketContext context, ICollection<SpikeSignal> signals)
    {
        var silent = _gap.Silent ? 1.0 : 0.0;
        if (_silence.Advance(_bucket, silent, 0, masked: false, new EpisodeRules(1, 1, 1, 0, double.PositiveInfinity, double.PositiveInfinity, 0)) is { } phase)
        {
            if (phase == SpikePhase.Started)
            {
                _silence.Name(SpikeKind.Silence, _bucket - _gap.ZeroBuckets + 1);
            }

            signals.Add(_composer.Write(_silence, phase, 1, _bucket));
        }

        if (_gap.Backfilled >= Math.Max(context.MinimumMentions, 3 * expected))
        {
            var backfill = new SpikeEpisode("flow");
            backfill.Name(SpikeKind.Backfill, _bucket);
            signals.Add(_composer.Write(backfill, SpikePhase.Ended, 0, _bucket));
        }
    }
}
