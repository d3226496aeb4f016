namespace SocialListening.Queues;

/// <summary>What a replay of a poison queue came to.</summary>
/// <param name="Queue">The working queue.</param>
/// <param name="Replayed">Messages that are back in it.</param>
/// <param name="Left">Messages still put aside; approximate on a remote service.</param>
public sealed record PoisonReplayResult(string Queue, int Replayed, long Left);
