using System.Collections.ObjectModel;
using Microsoft.Azure.Cosmos;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>What a container must look like. The deployment declares the same, and a test compares both.</summary>
/// <param name="Name">Its name.</param>
/// <param name="PartitionKeyPaths">One path, or the levels of a hierarchical partition key from the top.</param>
/// <param name="DefaultTimeToLive">Seconds after the last write at which a document goes; -1 lets each document say so; <see langword="null"/> keeps all.</param>
/// <param name="IndexedPaths">The paths that queries filter or sort by. Nothing else is indexed, since each indexed path makes every write dearer.</param>
/// <param name="CompositeIndexes">Orders over several paths, each path with <c>asc</c> or <c>desc</c> after a space.</param>
internal sealed record CosmosContainer(
    string Name,
    IReadOnlyList<string> PartitionKeyPaths,
    int? DefaultTimeToLive,
    IReadOnlyList<string> IndexedPaths,
    IReadOnlyList<IReadOnlyList<string>> CompositeIndexes)
{
    /// <summary>Gives the same in the service's terms.</summary>
    public ContainerProperties ToProperties()
    {
        var properties = new ContainerProperties(Name, PartitionKeyPaths) { DefaultTimeToLive = DefaultTimeToLive };
        var policy = properties.IndexingPolicy;
        policy.IndexingMode = IndexingMode.Consistent;
        policy.Automatic = true;
        policy.IncludedPaths.Clear();
        foreach (var path in IndexedPaths)
        {
            policy.IncludedPaths.Add(new IncludedPath { Path = path });
        }

        policy.ExcludedPaths.Add(new ExcludedPath { Path = "/*" });
        foreach (var index in CompositeIndexes)
        {
            policy.CompositeIndexes.Add(new Collection<CompositePath>([.. index.Select(Composite)]));
        }

        return properties;
    }

    private static CompositePath Composite(string path)
    {
        var parts = path.Split(' ');
        return new CompositePath
        {
            Path = parts[0],
            Order = parts[1] == "desc" ? CompositePathSortOrder.Descending : CompositePathSortOrder.Ascending,
        };
    }
}
