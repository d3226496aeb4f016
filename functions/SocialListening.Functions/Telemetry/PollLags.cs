using SocialListening.Brands;
using SocialListening.Insights;

namespace SocialListening.Functions.Telemetry;

/// <summary>
/// Tells how far sources are behind their cadence. One that fails from its first poll on has covered nothing that a lag could be
/// counted from; its lag counts from when that was first seen here. Not for several threads.
/// </summary>
/// <param name="catalog">The sources with their cadences.</param>
internal sealed class PollLags(IBrandCatalog catalog)
{
    private readonly Dictionary<string, DateTimeOffset> _failingSince = new(StringComparer.Ordinal);

    /// <summary>Gives by how much the worst source is behind; zero when none is.</summary>
    /// <param name="report">How the sources are doing now.</param>
    public TimeSpan Worst(Health report)
    {
        // A source may be gone since the report was made, and one that comes back starts anew.
        var known = catalog.Current.Sources;
        foreach (var gone in _failingSince.Keys.Where(sourceId => !known.ContainsKey(sourceId)).ToArray())
        {
            _failingSince.Remove(gone);
        }

        return TimeSpan.FromSeconds(report.Sources
            .Where(source => source.Status != "disabled" && known.ContainsKey(source.SourceId))
            .Select(source => LagOf(source, report.NowUtc) - known[source.SourceId].Cadence.TotalSeconds)
            .Append(0)
            .Max());
    }

    private double LagOf(SourceHealth source, DateTimeOffset now)
    {
        if (source.LagSeconds is not null || source.ConsecutiveFailures == 0)
        {
            _failingSince.Remove(source.SourceId);
            return source.LagSeconds ?? 0;
        }

        _failingSince.TryAdd(source.SourceId, now);
        return (now - _failingSince[source.SourceId]).TotalSeconds;
    }
}
