using SocialListening.Contracts;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>Adds up parts of one period, or takes one away; a key whose count becomes 0 goes.</summary>
internal static class RollupSum
{
    /// <summary>Adds one part to another, in place.</summary>
    /// <param name="sum">What is added to.</param>
    /// <param name="part">What is added.</param>
    /// <returns><paramref name="sum"/>, as if it had counted the mentions of both.</returns>
    public static RollupDocument Add(RollupDocument sum, RollupDocument part)
    {
        sum.Revision += part.Revision;
        sum.RevisedLate |= part.RevisedLate;
        Add(sum, part, 1);
        return sum;
    }

    /// <summary>Takes the mentions of one part out of another, in place; its revision stays.</summary>
    /// <param name="sum">What counts them.</param>
    /// <param name="part">What is taken out.</param>
    public static void Subtract(RollupDocument sum, RollupDocument part) => Add(sum, part, -1);

    private static void Add(RollupDocument sum, RollupDocument part, int sign)
    {
        sum.Total += sign * part.Total;
        sum.Negative += sign * part.Negative;
        sum.Neutral += sign * part.Neutral;
        sum.Positive += sign * part.Positive;
        sum.Reposts += sign * part.Reposts;
        sum.Toxic += sign * part.Toxic;
        Add(sum.ByPlatform, part.ByPlatform, sign);
        Add(sum.ByLanguage, part.ByLanguage, sign);
        Add(sum.ByIntent, part.ByIntent, sign);
        Add(sum.ByTopic, part.ByTopic, sign);
        Add(sum.ByAuthorTier, part.ByAuthorTier, sign);
        Add(sum.ByMinute, part.ByMinute, sign);
    }

    private static void Add(SortedDictionary<string, int> sum, SortedDictionary<string, int> part, int sign)
    {
        foreach (var (key, count) in part)
        {
            var total = sum.GetValueOrDefault(key) + (sign * count);
            if (total <= 0)
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
