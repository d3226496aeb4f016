namespace SocialListening.Contracts;

/// <summary>How a topic of a brand is named where several brands meet: <c>brandId/topicId</c>. Neither id holds a slash.</summary>
public static class TopicKey
{
    /// <summary>Gives the key of a topic.</summary>
    /// <param name="brandId">The brand.</param>
    /// <param name="topicId">The topic's id within the brand.</param>
    public static string Of(string brandId, string topicId) => string.Concat(brandId, "/", topicId);

    /// <summary>Gives the ids of one brand's topics among keys, in their order.</summary>
    /// <param name="keys">Keys of any brands.</param>
    /// <param name="brandId">The brand.</param>
    public static IReadOnlyList<string> TopicsOf(IReadOnlyList<string> keys, string brandId) => keys.Count == 0
        ? []
        : [.. keys.Where(key => IsOf(key, brandId)).Select(key => key[(brandId.Length + 1)..])];

    /// <summary>Whether a key names a topic of a brand.</summary>
    /// <param name="key">The key.</param>
    /// <param name="brandId">The brand.</param>
    public static bool IsOf(string key, string brandId) =>
        key.Length > brandId.Length && key[brandId.Length] == '/' && key.StartsWith(brandId, StringComparison.Ordinal);
}
