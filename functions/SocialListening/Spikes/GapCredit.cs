namespace SocialListening.Spikes;

/// <summary>
/// Tells collection faults from quiet: a run of empty buckets that a working collection would hardly give is a silence, and
/// what a gap held back may arrive afterwards without counting as a spike.
/// </summary>
internal sealed class GapCredit
{
    private const double Spread = 0.12;
    private const double SilenceLogChance = -11.5;
    private double _missed;
    private double _zeros;
    private double _credit;
    private int _creditBuckets;
    private int _zeroBuckets;

    public bool Silent { get; private set; }

    public int ZeroBuckets => _zeroBuckets;

    /// <summary>Mentions credited as backfill in the latest bucket.</summary>
    public double Backfilled { get; private set; }

    /// <summary>Returns how many of a bucket's mentions count as its own.</summary>
    public double Accept(bool collected, int total, double expected, bool warm)
    {
        Backfilled = 0;
        if (!collected)
        {
            _missed += expected;
            return 0;
        }

        if (total == 0)
        {
            _zeros += expected;
            _zeroBuckets++;
            Silent = warm && -Math.Log(1 + (_zeros * Spread)) / Spread < SilenceLogChance;
            return 0;
        }

        var missed = _missed + (_zeros >= 2 ? _zeros : 0);
        if (missed > 1)
        {
            _credit = (1.5 * missed) + 1;
            _creditBuckets = _missed > 0 ? LocalCalendar.BucketsPerHour : 2;
        }

        _missed = 0;
        _zeros = 0;
        _zeroBuckets = 0;
        Silent = false;
        if (_creditBuckets <= 0)
        {
            return total;
        }

        _creditBuckets--;
        var taken = Math.Min(_credit, Math.Max(0, total - expected));
        _credit -= taken;
        Backfilled = taken;
        return total - taken;
    }

    public void Sync(ref StateCursor cursor)
    {
        var silent = Silent;
        cursor.Sync(ref silent);
        Silent = silent;
        cursor.Sync(ref _missed);
        cursor.Sync(ref _zeros);
        cursor.Sync(ref _credit);
        cursor.Sync(ref _creditBuckets);
        cursor.Sync(ref _zeroBuckets);
    }
}
