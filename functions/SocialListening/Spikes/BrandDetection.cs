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

    private readonly BucketContexts _contexts;
    private readonly BrandState _state;
    private readonly StateSnapshots _snapshots;
    private readonly BucketLog _log = new();
    private readonly List<SpikeSignal> _fresh = [];

    // What the buckets since the older snapshot gave rise to.
    private readonly List<(long Bucket, SpikeSignal Signal)> _told = [];
    private long _last;

    public BrandDetection(SpikeDetectionProfile profile, DetectorSettings settings)
    {
        _contexts = new BucketContexts(profile);
        _state = new BrandState(settings);
        _snapshots = new StateSnapshots(_state);
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

        if (number <= _snapshots.OlderBucket || number <= _last - Span)
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
            signals.Add(SignalExplainer.Explain(signal, _state));
        }
    }

    public byte[] Save()
    {
        var keys = _state.Series.Skip(1).Select(s => Encoding.UTF8.GetBytes(s.Key)).ToArray();
        var size = Magic.Length + 64 + keys.Sum(k => k.Length + 4) + _snapshots.Size + _log.Size;
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
        Replay(_last);
    }

    private void Header(ref StateCursor cursor, byte[][] keys)
    {
        var magic = Magic.ToArray();
        cursor.Sync(magic.AsSpan());
        var count = keys.Length;
        cursor.Sync(ref count);
        StateCursor.Bound(count, BrandState.MostSeries);
        for (var i = 0; i < count; i++)
        {
            var length = cursor.Reading ? 0 : keys[i].Length;
            cursor.Sync(ref length);
            var key = cursor.Reading ? new byte[StateCursor.Bound(length, 1024)] : keys[i];
            cursor.Sync(key.AsSpan());
            if (cursor.Reading)
            {
                _state.Add(Encoding.UTF8.GetString(key));
                _log.AddPart();
            }
        }

        cursor.Sync(ref _last);
        _snapshots.Sync(ref cursor);
        _log.Sync(ref cursor);
    }

    private void Advance(long number, in BucketObservation bucket, ICollection<SpikeSignal> signals)
    {
        if (_last == 0 || number - _last > LongestGap)
        {
            _last = number - 1;
            _snapshots.Begin(_last);
            _told.Clear();
        }

        while (_last + 1 < number)
        {
            Enter(_last + 1, Reading.Missing, null);
            Process(_last + 1);
            Tell(signals);
            _last++;
        }

        Enter(number, ReadingOf(bucket), bucket.Parts);
        Process(number);
        Tell(signals);
        _last = number;
    }

    private bool Revise(long number, in BucketObservation bucket, ICollection<SpikeSignal> signals)
    {
        var before = _told.ToArray();
        var openBefore = new List<SpikeSignal>();
        Current(openBefore);
        if (!Enter(number, ReadingOf(bucket), bucket.Parts))
        {
            return false;
        }

        Replay(_last);
        foreach (var (_, signal) in _told)
        {
            if (!Array.Exists(before, b => Same(b.Signal, signal)))
            {
                signals.Add(signal);
            }
        }

        var openAfter = new List<SpikeSignal>();
        Current(openAfter);
        foreach (var open in openBefore)
        {
            if (!openAfter.Exists(a => a.Series == open.Series && a.Group == open.Group)
                && !_told.Exists(a => a.Signal.Series == open.Series && a.Signal.Group == open.Group && a.Signal.Phase == SpikePhase.Ended && a.Signal.Onset == open.Onset))
            {
                signals.Add(open with { Phase = SpikePhase.Ended });
            }
        }

        return true;
    }

    private static bool Same(SpikeSignal a, SpikeSignal b) =>
        a.Series == b.Series && a.Kind == b.Kind && a.Phase == b.Phase && a.Onset == b.Onset;

    private void Replay(long upTo)
    {
        _snapshots.Recall();
        _told.Clear();
        for (var bucket = _snapshots.OlderBucket + 1; bucket <= upTo; bucket++)
        {
            Process(bucket);
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

    private void Process(long bucket)
    {
        var context = _contexts.Of(bucket);
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
            _fresh[i] = SignalExplainer.Explain(_fresh[i], _state);
            _told.Add((bucket, _fresh[i]));
        }

        if (bucket % Span == 0 && bucket > _snapshots.NewerBucket)
        {
            _snapshots.SetAside(bucket);
            Forget(_snapshots.OlderBucket);
        }
    }

    private void Forget(long upTo)
    {
        var passed = 0;
        while (passed < _told.Count && _told[passed].Bucket <= upTo)
        {
            passed++;
        }

        _told.RemoveRange(0, passed);
    }

    private void Tell(ICollection<SpikeSignal> signals)
    {
        for (var i = 0; i < _fresh.Count; i++)
        {
            signals.Add(_fresh[i]);
        }
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
