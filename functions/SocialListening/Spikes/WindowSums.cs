namespace SocialListening.Spikes;

/// <summary>
/// Sliding sums of expected, total, negative and positive counts over 20 min, 1 h, 4 h, 12 h and 24 h. The short windows
/// slide by five minutes; the long ones by half-hour blocks plus the running one, and there a block counts at most a few
/// times its expectation, because a long window asks for persistence and not for one high peak.
/// </summary>
/// <remarks>Fixed-point integers: adding and taking away leaves no rounding drift.</remarks>
internal sealed class WindowSums(DetectorSettings settings)
{
    public const int Scales = 5;
    public const int Measures = 4;
    public const int Expected = 0;
    public const int Total = 1;
    public const int Negative = 2;
    public const int Positive = 3;

    private const int FirstLong = 2;
    private const double One = 4096;
    private const int BlockBuckets = 6;
    private const int FastLength = 12;
    private const int SlowLength = 48;
    private static readonly int[] Lengths = [4, 12, 8, 24, 48];
    private static readonly int[] Buckets = [4, 12, 48, 144, 288];

    private readonly int[] _fast = new int[FastLength * Measures];
    private readonly int[] _slow = new int[SlowLength * Measures];
    private readonly int[] _block = new int[Measures];
    private readonly long[] _sums = new long[Scales * Measures];
    private readonly int[] _covered = new int[Scales];
    private int _blockCovered;
    private long _coveredFast;
    private readonly int[] _coveredSlow = new int[SlowLength];

    public static TimeSpan Length(int scale) => TimeSpan.FromMinutes(Buckets[scale] * 5);

    public static int ScaleOf(TimeSpan length) => Math.Max(0, Array.IndexOf(Buckets, (int)(length / BucketObservation.Length)));

    /// <summary>Share of the window's buckets that were collected.</summary>
    public double Coverage(int scale)
    {
        var covered = _covered[scale] + (scale >= FirstLong ? _blockCovered : 0);
        return Math.Min(1.0, covered / (double)Buckets[scale]);
    }

    public double Sum(int scale, int measure)
    {
        var sum = _sums[(scale * Measures) + measure];
        if (scale >= FirstLong)
        {
            sum += Capped(_block, 0, measure);
        }

        return sum / One;
    }

    /// <summary>Moves on to a missing bucket: it brings nothing and covers nothing.</summary>
    public void Miss(long bucket) => Move(bucket, covered: 0, default, default);

    /// <summary>Moves on to a bucket.</summary>
    /// <param name="bucket">Its number, one more than the one before.</param>
    /// <param name="counts">What the short windows take.</param>
    /// <param name="lasting">What the long windows take.</param>
    public void Push(long bucket, in WindowCounts counts, in WindowCounts lasting) => Move(bucket, covered: 1, counts, lasting);

    public void Sync(ref StateCursor cursor)
    {
        cursor.Sync(_fast);
        cursor.Sync(_slow);
        cursor.Sync(_block);
        cursor.Sync(_covered);
        cursor.Sync(_coveredSlow);
        cursor.Sync(ref _blockCovered);
        cursor.Sync(ref _coveredFast);
        cursor.Sync(_sums.AsSpan());
    }

    private static int Fixed(double value) => (int)Math.Min(Math.Round(value * One), int.MaxValue / 16);

    private static void Write(in WindowCounts counts, Span<int> entry)
    {
        entry[Expected] = Fixed(counts.Expected);
        entry[Total] = Fixed(counts.Total);
        entry[Negative] = Fixed(counts.Negative);
        entry[Positive] = Fixed(counts.Positive);
    }

    private void Move(long bucket, int covered, in WindowCounts counts, in WindowCounts lasting)
    {
        Span<int> entry = stackalloc int[Measures];
        Write(counts, entry);
        var slot = (int)(bucket % FastLength);
        for (var scale = 0; scale < FirstLong; scale++)
        {
            var old = slot >= Lengths[scale] ? slot - Lengths[scale] : slot + FastLength - Lengths[scale];
            for (var m = 0; m < Measures; m++)
            {
                _sums[(scale * Measures) + m] += entry[m] - _fast[(old * Measures) + m];
            }

            _covered[scale] += covered - (int)((_coveredFast >> old) & 1);
        }

        entry.CopyTo(_fast.AsSpan(slot * Measures));
        _coveredFast = (_coveredFast & ~(1L << slot)) | ((long)covered << slot);
        if (bucket % BlockBuckets == 0)
        {
            CloseBlock((bucket / BlockBuckets) - 1);
        }

        Write(lasting, entry);
        for (var m = 0; m < Measures; m++)
        {
            _block[m] += entry[m];
        }

        _blockCovered += covered;
    }

    private void CloseBlock(long block)
    {
        var slot = (int)(block % SlowLength);
        for (var scale = FirstLong; scale < Scales; scale++)
        {
            var old = (int)((block - Lengths[scale]) % SlowLength);
            for (var m = 0; m < Measures; m++)
            {
                _sums[(scale * Measures) + m] += Capped(_block, 0, m) - Capped(_slow, old * Measures, m);
            }

            _covered[scale] += _blockCovered - _coveredSlow[old];
        }

        _block.CopyTo(_slow.AsSpan(slot * Measures));
        _coveredSlow[slot] = _blockCovered;
        Array.Clear(_block);
        _blockCovered = 0;
    }

    private int Capped(int[] source, int at, int measure)
    {
        var value = source[at + measure];
        var total = source[at + Total];
        var most = (settings.BlockCapFactor * source[at]) + (settings.BlockCapFloor * One);
        return measure == Expected || total <= most ? value : (int)(value * most / total);
    }
}
