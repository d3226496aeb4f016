namespace SocialListening.CosmosDouble.Resources;

/// <summary>All documents of one partition key value.</summary>
internal sealed class LogicalPartition(KeyValue key, string effectiveKey)
{
    public KeyValue Key => key;

    /// <summary>Where it lies among the physical partitions.</summary>
    public string EffectiveKey => effectiveKey;

    public Dictionary<string, StoredDocument> Documents { get; } = new(StringComparer.Ordinal);

    /// <summary>Those of the named documents that exist.</summary>
    public IEnumerable<StoredDocument> Find(IEnumerable<string> ids) => ids.Select(id => Documents.GetValueOrDefault(id)).OfType<StoredDocument>();
}
