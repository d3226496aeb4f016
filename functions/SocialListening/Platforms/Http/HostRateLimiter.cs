using System.Collections.Concurrent;

namespace SocialListening.Platforms.Http;

/// <summary>
/// Keeps the calls to each host of a platform apart by the platform's spacing, and away from a host until the instant that the
/// host itself named. Holds one small entry per host called. Safe to use from several threads.
/// </summary>
internal sealed class HostRateLimiter(TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Platform, string Host), Entry> _hosts = new();

    /// <summary>Takes the next free place in the line of a host.</summary>
    /// <param name="profile">The platform's manners.</param>
    /// <param name="host">The host.</param>
    /// <param name="maxWait">The longest wait that the caller will sit out for the host's own sake.</param>
    /// <param name="maxTurnWait">The longest wait that the caller will sit out for calls before it.</param>
    /// <param name="notBefore">When the call may be made; the place is taken only if both waits are short enough.</param>
    /// <returns>Whether a place was taken.</returns>
    public bool TryTake(PlatformProfile profile, string host, TimeSpan maxWait, TimeSpan maxTurnWait, out DateTimeOffset notBefore)
    {
        var now = time.GetUtcNow();
        var entry = _hosts.GetOrAdd((profile.Platform, host), static _ => new Entry());
        lock (entry)
        {
            notBefore = Later(Later(now, entry.NextFree), entry.BlockedUntil);
            if (entry.BlockedUntil - now > maxWait || notBefore - now > Longer(maxWait, maxTurnWait))
            {
                return false;
            }

            entry.NextFree = notBefore + profile.MinimumSpacing;
            return true;
        }
    }

    /// <summary>Remembers that a host wants no call before an instant; an earlier instant than one already known changes nothing.</summary>
    public void Block(PlatformProfile profile, string host, DateTimeOffset until)
    {
        var entry = _hosts.GetOrAdd((profile.Platform, host), static _ => new Entry());
        lock (entry)
        {
            entry.BlockedUntil = Later(entry.BlockedUntil, until);
        }
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private sealed class Entry
    {
        public DateTimeOffset NextFree { get; set; }

        public DateTimeOffset BlockedUntil { get; set; }
    }
}
