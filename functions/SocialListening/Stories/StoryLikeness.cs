namespace SocialListening.Stories;

/// <summary>How alike two posts are by the weights of their features alone.</summary>
internal static class StoryLikeness
{
    /// <summary>The cosine of two lists that are sorted by key, 0 to 1.</summary>
    public static float Of(ReadOnlySpan<StoryFeature> a, ReadOnlySpan<StoryFeature> b)
    {
        float dot = 0, normA = 0, normB = 0;
        var j = 0;
        foreach (var feature in b)
        {
            normB += feature.Weight * feature.Weight;
        }

        foreach (var feature in a)
        {
            normA += feature.Weight * feature.Weight;
            while (j < b.Length && b[j].Key < feature.Key)
            {
                j++;
            }

            dot += j < b.Length && b[j].Key == feature.Key ? feature.Weight * b[j].Weight : 0;
        }

        return normA == 0 || normB == 0 ? 0 : dot / MathF.Sqrt(normA * normB);
    }
}
