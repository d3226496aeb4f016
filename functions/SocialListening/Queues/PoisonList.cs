namespace SocialListening.Queues;

/// <summary>What lies in a poison queue.</summary>
/// <param name="Queue">The working queue.</param>
/// <param name="Messages">How many messages were put aside from it; approximate on a remote service.</param>
/// <param name="Entries">The oldest of them.</param>
public sealed record PoisonList(string Queue, long Messages, IReadOnlyList<PoisonEntry> Entries);
