using SocialListening.Contracts;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>Adds up the parts of one period, or a part and a difference; a key whose count becomes 0 goes.</summary>
internal static class RollupSum
{
    /// <summary>Adds one part to another, in place.</summary>
    /// <param name="sum">What is added to.</param>
    /// <param name="part">What is added.</param>
    /// <returns><paramref name="sum"/>, as if it had counted the mentions of both.</returns>
    public static RollupDocument Add(RollupDocument sum, RollupDocument part)
    {
        sum.Total += part.Total;
        sum.Negative += part.Negative;
        sum.Neutral += part.Neutral;
        sum.Positive += part.Positive;
        sum.Reposts += part.Reposts;
        sum.Toxic += part.Toxic;
        sum.Revision += part.Revision;
        sum.RevisedLate |= part.RevisedLate;
        Add(sum.ByPlatform, part.ByPlatform);
        Add(sum.ByLanguage, part.ByLanguage);
        Add(sum.ByIntent, part.ByIntent);
        Add(sum.ByTopic, part.ByTopic);
        Add(sum.ByAuthorTier, part.ByAuthorTier);
        Add(sum.ByMinute, part.ByMinute);
        return sum;
    }

    private static void Add(SortedDictionary<string, int> sum, SortedDictionary<string, int> part)
    {
        foreach (var (key, count) in part)
        {
            var total = sum.GetValueOrDefault(key) + count;
            if (total == 0)
            {
                sum.Remove(key);
            }
            else
            {
                sum[key] = total;
            }
        }
    }
}
