using System.Text.Json;
using SocialListening.Contracts;
using SocialListening.Rollups;
using SocialListening.Storage;

namespace SocialListening.Functions.Tests.Storage;

/// <summary>Buckets counted anew from the stored mentions, to be held against the stored buckets.</summary>
internal static class RecountedBuckets
{
    /// <summary>Fails unless each stored bucket of the brand counts what is stored, neither more nor less.</summary>
    public static async Task AssertExactAsync(IStorageBackend backend, string brand)
    {
        var expected = new SortedDictionary<DateTimeOffset, RollupDocument>();
        foreach (var mention in await MentionsAsync(backend, brand))
        {
            var start = RollupBucket.StartOf(mention.Mention.CreatedAtUtc);
            if (!expected.TryGetValue(start, out var document))
            {
                expected[start] = document = new RollupDocument { BrandId = brand, Start = start };
            }

            RollupBucket.Count(document, mention);
        }

        var stored = await backend.Rollups.ListAsync(brand, Make.Noon.AddDays(-9), Make.Noon.AddDays(9), default);
        Assert.Equal(expected.Values.Select(Line), stored.Select(Line));
    }

    public static async Task<IReadOnlyList<ScoredMention>> MentionsAsync(IStorageBackend backend, string brand) =>
        (await backend.Reader.ListAsync(new MentionFilter { BrandId = brand, Limit = 1000 }, default)).Mentions;

    private static string Line(RollupDocument document) => JsonSerializer.Serialize(document with { Revision = 0, RevisedLate = false });
}
