using System.Collections.Concurrent;

namespace SocialListening.CosmosDouble.Resources;

/// <summary>A database: a name and its containers.</summary>
internal sealed class Database(string id, string rid)
{
    private uint _containers;

    public string Id => id;

    public string Rid => rid;

    /// <summary>By name.</summary>
    public ConcurrentDictionary<string, Container> Containers { get; } = new(StringComparer.Ordinal);

    /// <summary>A resource id for one more container.</summary>
    public string NextContainerRid() => ResourceIds.Container(rid, Interlocked.Increment(ref _containers));
}
