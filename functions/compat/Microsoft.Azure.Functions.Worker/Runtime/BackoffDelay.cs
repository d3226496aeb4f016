namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>
/// Delays that grow after each miss: the least one, then the least one plus it times 1, 2, 4 … (each give or take a fifth), up
/// to the greatest. Not thread-safe.
/// </summary>
/// <param name="least">The least delay.</param>
/// <param name="greatest">The greatest delay.</param>
/// <param name="random">Where the spread comes from.</param>
internal sealed class BackoffDelay(TimeSpan least, TimeSpan greatest, Random random)
{
    private const double Spread = 0.2;
    private int _misses;

    /// <summary>Gives the next delay.</summary>
    /// <param name="hit">Whether there was something since the last delay; that starts over.</param>
    public TimeSpan Next(bool hit)
    {
        _misses = hit ? 0 : _misses;
        var delay = least;
        if (_misses > 0)
        {
            var factor = Math.Pow(2, Math.Min(_misses - 1, 30)) * (1 - Spread + (2 * Spread * random.NextDouble()));
            delay += TimeSpan.FromTicks((long)Math.Min(least.Ticks * factor, greatest.Ticks));
        }

        _misses++;
        return delay < greatest ? delay : greatest;
    }
}
