namespace SocialListening.CosmosDouble;

/// <summary>What a request asks for; requests are counted and failed by it.</summary>
public enum RequestKind
{
    /// <summary>Account, databases, containers and their partitions: what the SDK reads once and caches.</summary>
    Metadata,

    /// <summary>Create of a document.</summary>
    Create,

    /// <summary>Point read of a document.</summary>
    Read,

    /// <summary>Upsert of a document.</summary>
    Upsert,

    /// <summary>Replace of a document.</summary>
    Replace,

    /// <summary>Delete of a document.</summary>
    Delete,

    /// <summary>Partial update of a document.</summary>
    Patch,

    /// <summary>Transactional batch.</summary>
    Batch,

    /// <summary>Operations that the SDK packed together, each for itself.</summary>
    Bulk,

    /// <summary>One page of a query.</summary>
    Query,

    /// <summary>A query plan asked of the gateway.</summary>
    QueryPlan,

    /// <summary>One page of all documents.</summary>
    ReadFeed,

    /// <summary>One page of changes.</summary>
    ChangeFeed,
}
