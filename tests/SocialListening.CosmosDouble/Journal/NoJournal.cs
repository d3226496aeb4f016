using SocialListening.CosmosDouble.Resources;

namespace SocialListening.CosmosDouble.Journal;

/// <summary>Keeps nothing: the account lives in memory.</summary>
internal sealed class NoJournal : IContainerJournal
{
    public static NoJournal Instance { get; } = new();

    public void Append(Container container, IReadOnlyList<Change> changes)
    {
    }
}
