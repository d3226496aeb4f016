using SocialListening.Spikes;

namespace SocialListening.Tests.Spikes;

/// <summary>Plants collection faults in finished traffic, so that the same traffic can be judged with and without them.</summary>
internal static class Outages
{
    /// <summary>Takes away what some hours brought; with <paramref name="backfill"/> the first bucket afterwards brings it at once.</summary>
    public static BucketObservation[] Plant(BucketObservation[] buckets, double fromHour, double hours, bool announced, bool backfill)
    {
        var planted = buckets.ToArray();
        var first = (int)(fromHour * 12);
        var next = (int)((fromHour + hours) * 12);
        for (var i = first; i < next; i++)
        {
            planted[i] = new BucketObservation(buckets[i].Start, !announced, 0);
        }

        if (backfill)
        {
            planted[next] = buckets[first..next].Aggregate(buckets[next], Add);
        }

        return planted;
    }

    private static BucketObservation Add(BucketObservation sum, BucketObservation more) => sum with
    {
        Total = sum.Total + more.Total,
        Negative = sum.Negative + more.Negative,
        Neutral = sum.Neutral + more.Neutral,
        Positive = sum.Positive + more.Positive,
        DistinctAuthors = sum.DistinctAuthors + more.DistinctAuthors,
        NearDuplicates = sum.NearDuplicates + more.NearDuplicates,
    };
}
