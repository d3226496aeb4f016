using System.Collections.Concurrent;
using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Scoring.Cascade;

/// <summary>Tells which brands have an open alert; what it read serves for a minute.</summary>
public sealed class OpenAlerts(IAlertStore alerts, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (DateTimeOffset At, bool Open)> _seen = new(StringComparer.Ordinal);

    /// <summary>Tells whether a brand has an open alert.</summary>
    /// <param name="brandId">The brand.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async ValueTask<bool> AnyAsync(string brandId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_seen.TryGetValue(brandId, out var seen) && now - seen.At < Kept)
        {
            return seen.Open;
        }

        var open = (await alerts.ListAsync(brandId, AlertStatus.Open, 1, cancellationToken).ConfigureAwait(false)).Count > 0;
        _seen[brandId] = (now, open);
        return open;
    }
}
