namespace SocialListening.Platforms.Replay;

/// <summary>
/// Random numbers that are the same on every machine and runtime: SplitMix64 (Steele, Lea, Flood 2014), and only operations that IEEE 754
/// rounds exactly.
/// </summary>
internal sealed class ReplayRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A number in [0, 1).</summary>
    public double NextUnit() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number in [0, <paramref name="below"/>).</summary>
    public int Next(int below) => (int)(NextUnit() * below);

    /// <summary>Whether something with the given chance happens.</summary>
    public bool Chance(double chance) => NextUnit() < chance;

    /// <summary>A whole number with heavy tail: about <paramref name="least"/> over a uniform number, at most <paramref name="most"/>.</summary>
    public long HeavyTail(double least, long most) => Math.Min(most, (long)(least / (1 - NextUnit())));

    /// <summary>How often something happens that is expected so often; never negative.</summary>
    public int Count(double expected)
    {
        double spread = -6;
        for (int i = 0; i < 12; i++)
        {
            spread += NextUnit();
        }

        return Math.Max(0, (int)Math.Round(expected + (Math.Sqrt(expected) * spread), MidpointRounding.AwayFromZero));
    }

    /// <summary>Puts items in random order.</summary>
    public T[] Shuffle<T>(IEnumerable<T> items)
    {
        T[] shuffled = items.ToArray();
        for (int i = shuffled.Length - 1; i > 0; i--)
        {
            int j = Next(i + 1);
            (shuffled[i], shuffled[j]) = (shuffled[j], shuffled[i]);
        }

        return shuffled;
    }
}
