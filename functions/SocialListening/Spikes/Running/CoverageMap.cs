using SocialListening.Contracts;

namespace SocialListening.Spikes.Running;

/// <summary>Which of a brand's sources have read which stretch of time whole.</summary>
internal sealed class CoverageMap
{
    private readonly List<(DateTimeOffset From, DateTimeOffset To)[]> _bySource = [];

    public CoverageMap(IEnumerable<string> sourceIds, IReadOnlyList<CoverageRecord> records)
    {
        var complete = records.Where(record => record.Complete).ToLookup(record => record.SourceId, StringComparer.Ordinal);
        foreach (var sourceId in sourceIds)
        {
            _bySource.Add(Merge(complete[sourceId]));
        }
    }

    /// <summary>The first instant that any source covered, or null.</summary>
    public DateTimeOffset? Start => _bySource.Where(spans => spans.Length > 0).Select(spans => (DateTimeOffset?)spans[0].From).Min();

    /// <summary>The share of the sources that read the whole of <c>[from, to)</c>, 0 to 1.</summary>
    public double ShareOf(DateTimeOffset from, DateTimeOffset to)
    {
        if (_bySource.Count == 0)
        {
            return 0;
        }

        var covered = 0;
        foreach (var spans in _bySource)
        {
            if (Array.Exists(spans, span => span.From <= from && span.To >= to))
            {
                covered++;
            }
        }

        return (double)covered / _bySource.Count;
    }

    private static (DateTimeOffset From, DateTimeOffset To)[] Merge(IEnumerable<CoverageRecord> records)
    {
        var merged = new List<(DateTimeOffset From, DateTimeOffset To)>();
        foreach (var record in records.OrderBy(record => record.From).ThenBy(record => record.To))
        {
            if (merged.Count > 0 && record.From <= merged[^1].To)
            {
                merged[^1] = (merged[^1].From, record.To > merged[^1].To ? record.To : merged[^1].To);
            }
            else
            {
                merged.Add((record.From, record.To));
            }
        }

        return [.. merged];
    }
}
