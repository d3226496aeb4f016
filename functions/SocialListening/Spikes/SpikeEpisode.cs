namespace SocialListening.Spikes;

/// <summary>The life of one spike: when it began, how bad it got, when it was last reported.</summary>
internal sealed class SpikeEpisode(string group)
{
    private long _started;
    private long _reported;
    private long _quietUntil;
    private long _onset;
    private double _reportedSurprise;
    private double _peakSurprise;
    private double _severity;
    private long _lastHot;
    private bool _active;
    private int _kind;

    /// <summary>As in <see cref="SpikeSignal.Group"/>.</summary>
    public string Group => group;

    public bool Active => _active;

    public long Onset => _onset;

    public SpikeKind Kind => (SpikeKind)_kind;

    /// <summary>Latest bucket in which its surprise was above the release.</summary>
    public long LastHot => _lastHot;

    public double ReportedSurprise => _reportedSurprise;

    public double PeakSurprise => _peakSurprise;

    public double Severity => _severity;

    /// <summary>Whether a bucket with such a surprise can change anything, so that its severity matters.</summary>
    public bool Concerns(double surprise, in EpisodeRules rules) => _active || surprise >= rules.Threshold;

    /// <summary>Whether it stays as it is in a bucket that cannot be judged: what was not seen is no calm.</summary>
    public bool MayWait(long bucket, in EpisodeRules rules) => bucket - _lastHot < rules.Patience;

    /// <summary>Moves on by a bucket and tells what is to be reported, if anything.</summary>
    /// <param name="bucket">The bucket's number.</param>
    /// <param name="surprise">What it brought.</param>
    /// <param name="severity">How bad it is now; the episode keeps the worst.</param>
    /// <param name="masked">Whether no start is allowed, because something else explains the surprise.</param>
    /// <param name="rules">The thresholds.</param>
    public SpikePhase? Advance(long bucket, double surprise, double severity, bool masked, in EpisodeRules rules)
    {
        if (!_active)
        {
            var quiet = bucket < _quietUntil && surprise < _peakSurprise + rules.Worse;
            return masked || quiet || surprise < rules.Threshold ? null : Start(bucket, surprise, severity, rules);
        }

        _severity = Math.Max(_severity, severity);
        _peakSurprise = Math.Max(_peakSurprise, surprise);
        if (surprise >= rules.Release)
        {
            _lastHot = bucket;
        }

        if (surprise >= _reportedSurprise + rules.Worse && bucket - _reported >= rules.Repeat)
        {
            _reportedSurprise = surprise;
            _reported = bucket;
            return SpikePhase.Worsened;
        }

        if (bucket - _lastHot < rules.Calm)
        {
            return null;
        }

        _active = false;
        return SpikePhase.Ended;
    }

    /// <summary>Names the episode, at its start or when it is reported again.</summary>
    public void Name(SpikeKind kind, long onset)
    {
        _kind = (int)kind;
        _onset = _started == _reported ? onset : _onset;
    }

    public void Sync(ref StateCursor cursor)
    {
        cursor.Sync(ref _active);
        cursor.Sync(ref _onset);
        cursor.Sync(ref _started);
        cursor.Sync(ref _reported);
        cursor.Sync(ref _lastHot);
        cursor.Sync(ref _quietUntil);
        cursor.Sync(ref _reportedSurprise);
        cursor.Sync(ref _peakSurprise);
        cursor.Sync(ref _severity);
        cursor.Sync(ref _kind);
    }

    private SpikePhase Start(long bucket, double surprise, double severity, in EpisodeRules rules)
    {
        _active = true;
        _started = bucket;
        _reported = bucket;
        _lastHot = bucket;
        _quietUntil = bucket + (long)rules.Quiet;
        _reportedSurprise = surprise;
        _peakSurprise = surprise;
        _severity = severity;
        return SpikePhase.Started;
    }
}
