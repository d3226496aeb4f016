using SocialListening.Contracts;

namespace SocialListening.Spikes.Running;

/// <summary>
/// Keeps the running detections of the brands judged last, so that a brand's next bucket need not restore its state. What is kept
/// goes only to whoever has read the very bytes that it was stored as: a state that another host has moved on is restored from
/// storage. Whoever takes a detection takes it out, and hands it back when the state that it moved on to is stored; so one that
/// failed half-way is forgotten, and two never share one. Thread-safe.
/// </summary>
/// <param name="detector">Restores what is not kept.</param>
/// <param name="options">Settings of the detection.</param>
/// <param name="time">The clock.</param>
internal sealed class RestoredDetections(ISpikeDetector detector, SpikeDetectionOptions options, TimeProvider time)
{
    /// <summary>Stored bytes of all that is kept; a running detection takes about four times as much memory.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    // With more brands than find room, those within keep their place: replacing the oldest would keep none until its next turn.
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(20);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Kept> _kept = new(StringComparer.Ordinal);
    private int _bytes;

    /// <summary>Gives the detection that goes on from a stored state, to its caller alone.</summary>
    /// <param name="brand">The brand as configured; a changed one is restored anew.</param>
    /// <param name="stored">The state as read from storage; null before the first run.</param>
    /// <param name="detectorState">The detector's part of it.</param>
    public IBrandSpikeDetection Take(Brand brand, byte[]? stored, ReadOnlySpan<byte> detectorState)
    {
        Kept? kept;
        lock (_lock)
        {
            kept = Remove(brand.Id);
        }

        return kept is not null && stored is not null && ReferenceEquals(kept.Brand, brand) && kept.Stored.AsSpan().SequenceEqual(stored)
            ? kept.Detection
            : detector.Restore(DetectionProfiles.Of(brand, options), detectorState);
    }

    /// <summary>Hands a detection back whose state is stored.</summary>
    /// <param name="brand">The brand that it was taken for.</param>
    /// <param name="stored">Its state as it lies in storage; with null there is none and nothing is kept.</param>
    /// <param name="detection">The detection; the caller has no part in it any longer.</param>
    public void Keep(Brand brand, byte[]? stored, IBrandSpikeDetection detection)
    {
        if (stored is null)
        {
            return;
        }

        var now = time.GetUtcNow();
        lock (_lock)
        {
            Remove(brand.Id);
            if (_bytes + stored.Length > MostBytes)
            {
                Forget(now - Idle);
            }

            if (_bytes + stored.Length <= MostBytes)
            {
                _kept.Add(brand.Id, new Kept(brand, stored, detection, now));
                _bytes += stored.Length;
            }
        }
    }

    private void Forget(DateTimeOffset before)
    {
        foreach (var idle in _kept.Where(entry => entry.Value.At < before).Select(entry => entry.Key).ToArray())
        {
            Remove(idle);
        }
    }

    private Kept? Remove(string brandId)
    {
        if (_kept.Remove(brandId, out var kept))
        {
            _bytes -= kept.Stored.Length;
        }

        return kept;
    }

    private sealed record Kept(Brand Brand, byte[] Stored, IBrandSpikeDetection Detection, DateTimeOffset At);
}
