using SocialListening.Contracts;
using SocialListening.Functions.Azure.Cosmos;
using SocialListening.Rollups;

namespace SocialListening.Functions.Tests.Cosmos;

/// <summary>What the documents of a granularity must hold, counted from the mentions.</summary>
internal static class Recounted
{
    /// <summary>One line for each period with mentions, by start. Every property but the revision is in it, so that one that a contract gains is compared too.</summary>
    public static IEnumerable<string> Lines(Granularity granularity, IEnumerable<ScoredMention> mentions) =>
        from bucket in mentions.GroupBy(mention => RollupBucket.StartOf(mention.Mention.CreatedAtUtc)).Select(Count)
        group bucket by CosmosRollups.StartOf(granularity, bucket.Start) into period
        orderby period.Key
        select Line(granularity == Granularity.Bucket ? period.Single() : WithoutMinutes(period.Key, period));

    /// <summary>One period as a line.</summary>
    public static string Line(RollupDocument counts) => System.Text.Json.JsonSerializer.Serialize(counts with { Revision = 0 });

    private static RollupDocument Count(IGrouping<DateTimeOffset, ScoredMention> bucket)
    {
        var document = new RollupDocument { BrandId = bucket.First().BrandId, Start = bucket.Key };
        foreach (var mention in bucket)
        {
            RollupBucket.Count(document, mention);
        }

        return document;
    }

    private static RollupDocument WithoutMinutes(DateTimeOffset start, IEnumerable<RollupDocument> buckets)
    {
        var sum = buckets.Aggregate(new RollupDocument { BrandId = buckets.First().BrandId, Start = start }, RollupSum.Add);
        sum.ByMinute.Clear();
        return sum;
    }
}
