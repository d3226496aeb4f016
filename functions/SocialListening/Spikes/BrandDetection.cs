using System.Text;

namespace SocialListening.Spikes;

/// <summary>
/// A brand's series with a short log of buckets behind them. Every three hours the state is set aside; a late bucket goes
/// back to the older of the last two such states and runs forward again, and the saved state is that older state with the
/// log. So restart and lateness cannot change the outcome.
/// </summary>
internal sealed class BrandDetection : IBrandSpikeDetection
{
    private const int Span = BucketLog.Length / 2;
    private const int LongestGap = 400 * LocalCalendar.BucketsPerDay;
    private static readonly byte[] Magic = "SLSPIKE2"u8.ToArray();

    private readonly SpikeDetectionProfile _profile;
    private readonly LocalCalendar _calendar;
    private readonly BrandState _state;
    private readonly BucketLog _log = new();
    private readonly double _thresholdShift;
    private readonly List<SpikeSignal> _discard = [];
    private readonly List<SpikeSignal> _fresh = [];
    private byte[] _older = [];
    private byte[] _newer = [];
    private int _olderSeries;
    private int _newerSeries;
    private long _olderBucket;
    private long _newerBucket;
    private long _last;

    public BrandDetection(SpikeDetectionProfile profile, DetectorSettings settings)
    {
        _profile = profile;
        _calendar = new LocalCalendar(profile.TimeZone);
        _state = new BrandState(settings);
        _thresholdShift = profile.Sensitivity switch
        {
            SpikeSensitivity.Calm => Math.Log(3),
            SpikeSensitivity.Alert => -Math.Log(3),
            _ => 0,
        };
    }

    public DateTimeOffset? LastBucket => _last == 0 ? null : LocalCalendar.StartOf(_last);

    public BrandState State => _state;

    public ObservationOutcome Observe(in BucketObservation bucket, ICollection<SpikeSignal> signals)
    {
        ArgumentNullException.ThrowIfNull(signals);
        var number = LocalCalendar.BucketOf(bucket.Start);
        if (_last == 0 || number > _last)
        {
            Advance(number, bucket, signals);
            return ObservationOutcome.Applied;
        }

        if (number <= _olderBucket || number <= _last - Span)
        {
            return ObservationOutcome.TooLate;
        }

        return Revise(number, bucket, signals) ? ObservationOutcome.Revised : ObservationOutcome.Unchanged;
    }

    public void Current(ICollection<SpikeSignal> signals)
    {
        ArgumentNullException.ThrowIfNull(signals);
        var open = new List<SpikeSignal>();
        foreach (var series in _state.Series)
        {
            series.Current(open);
        }

        foreach (var signal in open)
        {
            signals.Add(Explain(signal));
        }
    }

    public byte[] Save()
    {
        var keys = _state.Series.Skip(1).Select(s => Encoding.UTF8.GetBytes(s.Key)).ToArray();
        var size = Magic.Length + 64 + keys.Sum(k => k.Length + 4) + _older.Length + _log.Size;
        var bytes = new byte[size];
        var cursor = StateCursor.Writer(bytes);
        Header(ref cursor, keys);
        return bytes[..cursor.Position];
    }

    /// <summary>Takes up a saved state; one of another version is left aside.</summary>
    public void Load(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Magic.Length || !bytes[..Magic.Length].SequenceEqual(Magic))
        {
            return;
        }

        var cursor = StateCursor.Reader(bytes);
        Header(ref cursor, []);
        Replay(_last, null);
    }

    private void Header(ref StateCursor cursor, byte[][] keys)
    {
        var magic = Magic.ToArray();
        cursor.Sync(magic.AsSpan());
        var count = keys.Length;
        cursor.Sync(ref count);
        Bound(count, BrandState.MostSeries);
        for (var i = 0; i < count; i++)
        {
            var length = cursor.Reading ? 0 : keys[i].Length;
            cursor.Sync(ref length);
            var key = cursor.Reading ? new byte[Bound(length, 1024)] : keys[i];
            cursor.Sync(key.AsSpan());
            if (cursor.Reading)
            {
                _state.Add(Encoding.UTF8.GetString(key));
                _log.AddPart();
            }
        }

        cursor.Sync(ref _last);
        cursor.Sync(ref _olderBucket);
        cursor.Sync(ref _olderSeries);
        Bound(_olderSeries, _state.Series.Count);
        var size = _older.Length;
        cursor.Sync(ref size);
        if (cursor.Reading)
        {
            _older = new byte[Bound(size, BrandState.MostSeries * BrandState.SeriesBytes)];
        }

        cursor.Sync(_older.AsSpan());
        _log.Sync(ref cursor);
    }

    private static int Bound(int value, int most) =>
        value >= 0 && value <= most ? value : throw new FormatException("The saved spike detection state is damaged.");

    private void Advance(long number, in BucketObservation bucket, ICollection<SpikeSignal> signals)
    {
        if (_last == 0 || number - _last > LongestGap)
        {
            _last = number - 1;
            _olderBucket = _last;
            SetAside(_last);
        }

        while (_last + 1 < number)
        {
            Enter(_last + 1, Reading.Missing, null);
            Process(_last + 1, signals);
            _last++;
        }

        Enter(number, ReadingOf(bucket), bucket.Parts);
        Process(number, signals);
        _last = number;
    }

    private bool Revise(long number, in BucketObservation bucket, ICollection<SpikeSignal> signals)
    {
        var before = new List<SpikeSignal>();
        var after = new List<SpikeSignal>();
        Replay(_last, before);
        var openBefore = new List<SpikeSignal>();
        Current(openBefore);
        if (!Enter(number, ReadingOf(bucket), bucket.Parts))
        {
            return false;
        }

        Replay(_last, after);
        foreach (var signal in after)
        {
            if (!before.Exists(b => Same(b, signal)))
            {
                signals.Add(signal);
            }
        }

        var openAfter = new List<SpikeSignal>();
        Current(openAfter);
        foreach (var open in openBefore)
        {
            if (!openAfter.Exists(a => a.Series == open.Series && a.Group == open.Group)
                && !after.Exists(a => a.Series == open.Series && a.Group == open.Group && a.Phase == SpikePhase.Ended && a.Onset == open.Onset))
            {
                signals.Add(open with { Phase = SpikePhase.Ended });
            }
        }

        return true;
    }

    private static bool Same(SpikeSignal a, SpikeSignal b) =>
        a.Series == b.Series && a.Kind == b.Kind && a.Phase == b.Phase && a.Onset == b.Onset;

    private void Replay(long upTo, List<SpikeSignal>? signals)
    {
        Recall();
        for (var bucket = _olderBucket + 1; bucket <= upTo; bucket++)
        {
            _discard.Clear();
            Process(bucket, signals ?? _discard);
        }

        _discard.Clear();
    }

    private void Recall()
    {
        var cursor = StateCursor.Reader(_older);
        _state.Sync(ref cursor, _olderSeries);
        _state.Reset(_olderSeries);
        _newer = [.. _older];
        _newerSeries = _olderSeries;
        _newerBucket = _olderBucket;
    }

    private void SetAside(long bucket)
    {
        (_older, _newer) = (_newer, _older);
        _olderSeries = _newerSeries;
        _olderBucket = _newerBucket == 0 ? bucket : _newerBucket;
        if (_newer.Length != _state.Size)
        {
            _newer = new byte[_state.Size];
        }

        var cursor = StateCursor.Writer(_newer);
        _state.Sync(ref cursor, _state.Series.Count);
        _newerSeries = _state.Series.Count;
        _newerBucket = bucket;
        if (_older.Length == 0)
        {
            _older = [.. _newer];
            _olderSeries = _newerSeries;
            _olderBucket = bucket;
        }
    }

    /// <summary>Writes a bucket into the log. False when nothing changed.</summary>
    private bool Enter(long number, in Reading reading, IReadOnlyList<SeriesCount>? parts)
    {
        var fresh = number > _last;
        var changed = fresh || _log[number] != reading;
        _log[number] = reading;
        for (var i = 1; i < _state.Series.Count; i++)
        {
            ref var slot = ref _log.Part(number, i - 1);
            var value = fresh ? 0 : slot == BucketLog.Unknown ? BucketLog.Unknown : 0;
            var old = slot;
            slot = value;
            for (var j = 0; parts is not null && j < parts.Count; j++)
            {
                if (parts[j].Series == _state.Series[i].Key)
                {
                    slot = Math.Max(0, parts[j].Count);
                    break;
                }
            }

            changed |= old != slot;
        }

        for (var j = 0; parts is not null && j < parts.Count; j++)
        {
            if (parts[j].Count > 0 && !Known(parts[j].Series) && _state.Series.Count < BrandState.MostSeries)
            {
                _state.Add(parts[j].Series);
                _log.AddPart();
                for (var later = number; later <= Math.Max(_last, number); later++)
                {
                    _log.Part(later, _state.Series.Count - 2) = later == number ? parts[j].Count : 0;
                }

                changed = true;
            }
        }

        return changed;
    }

    private bool Known(string key)
    {
        for (var i = 0; i < _state.Series.Count; i++)
        {
            if (_state.Series[i].Key == key)
            {
                return true;
            }
        }

        return false;
    }

    private void Process(long bucket, ICollection<SpikeSignal> signals)
    {
        var context = Context(bucket);
        var reading = _log[bucket];
        _fresh.Clear();
        _state.Series[0].Step(bucket, reading, context, _fresh);
        for (var i = 1; i < _state.Series.Count; i++)
        {
            var count = _log.Part(bucket, i - 1);
            if (count != BucketLog.Unknown)
            {
                var part = new Reading(reading.Collected, count, 0, 0, 0, 0, 0, reading.Completeness);
                _state.Series[i].Step(bucket, part, context, _fresh);
            }
        }

        for (var i = 0; i < _fresh.Count; i++)
        {
            signals.Add(Explain(_fresh[i]));
        }

        if (bucket % Span == 0 && bucket > _newerBucket)
        {
            SetAside(bucket);
        }
    }

    // What moved the whole is told by tone and by the parts that have a series of their own.
    private SpikeSignal Explain(SpikeSignal signal)
    {
        var drivers = new List<SpikeDriver>();
        for (var i = 0; i < _state.Series.Count; i++)
        {
            var series = _state.Series[i];
            if (series.Key == signal.Series)
            {
                series.Drivers(signal.Scale, drivers);
            }
            else if (signal.Series == _state.All.Key && series.Part(signal.Scale) is { Share: > 0 } part)
            {
                drivers.Add(part with { Share = Math.Clamp(part.Share / Math.Max(1e-9, signal.Observed - signal.Expected), 0, 1) });
            }
        }

        drivers.Sort(static (a, b) => b.Share.CompareTo(a.Share));
        return signal with { Drivers = drivers };
    }

    private BucketContext Context(long bucket)
    {
        var (hour, weekday) = _calendar.Local(bucket);
        var factor = 1.0;
        var events = _profile.KnownEvents;
        for (var i = 0; i < events.Count; i++)
        {
            var start = LocalCalendar.StartOf(bucket);
            if (start >= events[i].Start && start < events[i].End)
            {
                factor *= Math.Clamp(events[i].Factor, 0.1, 100);
            }
        }

        return new BucketContext(hour, weekday, factor, Math.Max(1, _profile.MinimumMentions), _thresholdShift);
    }

    private static Reading ReadingOf(in BucketObservation bucket) => bucket.Collected
        ? new Reading(
            true,
            Math.Max(0, bucket.Total),
            Math.Max(0, bucket.Negative),
            Math.Max(0, bucket.Neutral),
            Math.Max(0, bucket.Positive),
            Math.Max(0, bucket.DistinctAuthors),
            Math.Max(0, bucket.NearDuplicates),
            (float)Math.Clamp(bucket.Completeness, 0, 1))
        : Reading.Missing;
}
