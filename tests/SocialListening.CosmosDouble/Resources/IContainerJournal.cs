namespace SocialListening.CosmosDouble.Resources;

/// <summary>Where committed writes are recorded, so that a process can start again from them.</summary>
internal interface IContainerJournal
{
    /// <summary>Records the changes of one commit. Called under the container's lock, in the order of commits.</summary>
    void Append(Container container, IReadOnlyList<Change> changes);
}
