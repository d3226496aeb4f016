namespace SocialListening.Spikes;

/// <summary>
/// The last two states that were set aside, as bytes. Late buckets go back to the older one, which is always at least one span
/// behind the newest bucket, and only it is saved.
/// </summary>
internal sealed class StateSnapshots(BrandState state)
{
    private byte[] _older = [];
    private byte[] _newer = [];
    private int _olderSeries;
    private int _newerSeries;
    private long _olderBucket;
    private long _newerBucket;

    /// <summary>The last bucket in the older state.</summary>
    public long OlderBucket => _olderBucket;

    /// <summary>The last bucket in the newer state.</summary>
    public long NewerBucket => _newerBucket;

    /// <summary>Bytes of the older state.</summary>
    public int Size => _older.Length;

    /// <summary>Begins anew at a bucket, before anything was set aside.</summary>
    public void Begin(long bucket)
    {
        _olderBucket = bucket;
        SetAside(bucket);
    }

    /// <summary>Sets the current state aside; the newer one becomes the older.</summary>
    public void SetAside(long bucket)
    {
        (_older, _newer) = (_newer, _older);
        _olderSeries = _newerSeries;
        _olderBucket = _newerBucket == 0 ? bucket : _newerBucket;
        if (_newer.Length != state.Size)
        {
            _newer = new byte[state.Size];
        }

        var cursor = StateCursor.Writer(_newer);
        state.Sync(ref cursor, state.Series.Count);
        _newerSeries = state.Series.Count;
        _newerBucket = bucket;
        if (_older.Length == 0)
        {
            _older = [.. _newer];
            _olderSeries = _newerSeries;
            _olderBucket = bucket;
        }
    }

    /// <summary>Goes back to the older state.</summary>
    public void Recall()
    {
        var cursor = StateCursor.Reader(_older);
        state.Sync(ref cursor, _olderSeries);
        state.Reset(_olderSeries);
        _newer = [.. _older];
        _newerSeries = _olderSeries;
        _newerBucket = _olderBucket;
    }

    /// <summary>Writes or reads the older state.</summary>
    /// <exception cref="FormatException">What is read is damaged.</exception>
    public void Sync(ref StateCursor cursor)
    {
        cursor.Sync(ref _olderBucket);
        cursor.Sync(ref _olderSeries);
        StateCursor.Bound(_olderSeries, state.Series.Count);
        var size = _older.Length;
        cursor.Sync(ref size);
        if (cursor.Reading)
        {
            _older = new byte[StateCursor.Bound(size, BrandState.MostSeries * BrandState.SeriesBytes)];
        }

        cursor.Sync(_older.AsSpan());
    }
}
