namespace SocialListening.CosmosDouble.Resources;

/// <summary>One document before and after a write: null for absent.</summary>
internal sealed record Change(KeyValue Key, string Id, StoredDocument? Before, StoredDocument? After);
