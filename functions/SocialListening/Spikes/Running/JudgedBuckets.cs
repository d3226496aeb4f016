using System.Buffers.Binary;
using SocialListening.Contracts;

namespace SocialListening.Spikes.Running;

/// <summary>
/// What is stored between runs: the detector's own state behind the revisions of the buckets that were judged of late, so that
/// only a bucket that has changed since is judged again.
/// </summary>
/// <remarks>Layout, little-endian: format (1 byte), count (2), then bucket start in ticks (8) and revision (4) each, then the detector's state.</remarks>
internal sealed class JudgedBuckets
{
    private const byte Format = 1;
    private const int HeaderBytes = 3;
    private const int EntryBytes = 12;

    private readonly SortedDictionary<long, int> _revisions = [];

    private JudgedBuckets(byte[] detectorState) => DetectorState = detectorState;

    /// <summary>The detector's state; empty before the first run.</summary>
    public byte[] DetectorState { get; }

    /// <summary>Reads what was stored; anything of another format is a cold start.</summary>
    public static JudgedBuckets Read(byte[]? stored)
    {
        if (stored is null || stored.Length < HeaderBytes || stored[0] != Format)
        {
            return new JudgedBuckets([]);
        }

        var count = BinaryPrimitives.ReadUInt16LittleEndian(stored.AsSpan(1));
        var start = HeaderBytes + (count * EntryBytes);
        if (stored.Length < start)
        {
            return new JudgedBuckets([]);
        }

        var judged = new JudgedBuckets(stored[start..]);
        for (var at = HeaderBytes; at < start; at += EntryBytes)
        {
            judged._revisions[BinaryPrimitives.ReadInt64LittleEndian(stored.AsSpan(at))] = BinaryPrimitives.ReadInt32LittleEndian(stored.AsSpan(at + 8));
        }

        return judged;
    }

    /// <summary>Start of the latest bucket with mentions that was judged; <see langword="null"/> when none of the revision window is noted.</summary>
    public DateTimeOffset? Latest => _revisions.Count == 0 ? null : new DateTimeOffset(_revisions.Keys.Max(), TimeSpan.Zero);

    /// <summary>Whether a judged bucket holds other counts now than when it was judged.</summary>
    public bool IsRevised(DateTimeOffset bucket, RollupDocument? rollup) => (rollup?.Revision ?? 0) != _revisions.GetValueOrDefault(bucket.UtcTicks);

    /// <summary>Notes what a bucket held when it was judged.</summary>
    public void Note(DateTimeOffset bucket, RollupDocument? rollup)
    {
        if (rollup is not null)
        {
            _revisions[bucket.UtcTicks] = rollup.Revision;
        }
    }

    /// <summary>Gives what to store; forgets buckets before the revision window.</summary>
    /// <param name="detectorState">The detector's new state.</param>
    /// <param name="oldest">Start of the revision window.</param>
    public byte[] Write(byte[] detectorState, DateTimeOffset oldest)
    {
        foreach (var old in _revisions.Keys.TakeWhile(ticks => ticks < oldest.UtcTicks).ToArray())
        {
            _revisions.Remove(old);
        }

        var bytes = new byte[HeaderBytes + (_revisions.Count * EntryBytes) + detectorState.Length];
        bytes[0] = Format;
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(1), (ushort)_revisions.Count);
        var at = HeaderBytes;
        foreach (var (ticks, revision) in _revisions)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(at), ticks);
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at + 8), revision);
            at += EntryBytes;
        }

        detectorState.CopyTo(bytes, at);
        return bytes;
    }
}
