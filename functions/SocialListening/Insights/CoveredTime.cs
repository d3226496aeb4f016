using SocialListening.Contracts;

namespace SocialListening.Insights;

/// <summary>How much of a window every source of a brand covered.</summary>
internal sealed class CoveredTime
{
    private readonly List<(DateTimeOffset From, DateTimeOffset To)[]> _sources = [];
    private readonly DateTimeOffset _now;

    public CoveredTime(IReadOnlyList<string> sources, IReadOnlyList<CoverageRecord> records, DateTimeOffset now)
    {
        _now = now;
        var complete = records.Where(record => record.Complete).ToLookup(record => record.SourceId, StringComparer.Ordinal);
        foreach (var source in sources)
        {
            _sources.Add([.. complete[source].Select(record => (record.From, record.To)).OrderBy(span => span.From)]);
        }
    }

    /// <summary>The mean over the sources of the share of <c>[from, to)</c>, as far as it is past, that the source covered.</summary>
    public double ShareOf(DateTimeOffset from, DateTimeOffset to)
    {
        var end = to < _now ? to : _now;
        if (end <= from || _sources.Count == 0)
        {
            return 0;
        }

        return Math.Round(_sources.Average(spans => Covered(spans, from, end) / (end - from)), 4);
    }

    private static TimeSpan Covered((DateTimeOffset From, DateTimeOffset To)[] spans, DateTimeOffset from, DateTimeOffset to)
    {
        var covered = TimeSpan.Zero;
        var reached = from;
        foreach (var (start, end) in spans)
        {
            var first = start > reached ? start : reached;
            var last = end < to ? end : to;
            if (last > first)
            {
                covered += last - first;
                reached = last;
            }
        }

        return covered;
    }
}
