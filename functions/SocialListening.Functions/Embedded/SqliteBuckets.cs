using SocialListening.Contracts;
using SocialListening.Rollups;

namespace SocialListening.Functions.Embedded;

/// <summary>The buckets of one brand that one transaction changes, each read and written once.</summary>
/// <param name="session">The writing connection.</param>
/// <param name="brand">The brand's number.</param>
/// <param name="brandId">The brand.</param>
internal sealed class SqliteBuckets(SqliteSession session, long brand, string brandId)
{
    private const string SelectJudged = "SELECT judged FROM detection WHERE brand = ?1";

    private readonly Dictionary<long, RollupDocument> _changed = [];

    /// <summary>Gives the bucket that holds a mention, to be changed.</summary>
    /// <param name="mention">The mention.</param>
    public RollupDocument Of(ScoredMention mention)
    {
        var start = RollupBucket.StartOf(mention.Mention.CreatedAtUtc);
        if (!_changed.TryGetValue(start.UtcTicks, out var document))
        {
            document = SqliteRollups.Find(session, brand, brandId, start) ?? new RollupDocument { BrandId = brandId, Start = start };
            _changed.Add(start.UtcTicks, document);
        }

        return document;
    }

    /// <summary>Writes every bucket that was asked for, with its revision counted up.</summary>
    public void Save()
    {
        if (_changed.Count == 0)
        {
            return;
        }

        var judgedUntil = session.Scalar(SelectJudged, brand) as long? ?? long.MinValue;
        foreach (var document in _changed.Values)
        {
            document.Revision++;
            document.RevisedLate |= (document.Start + RollupBucket.Length).UtcTicks <= judgedUntil;
            SqliteRollups.Save(session, brand, document);
        }
    }
}
