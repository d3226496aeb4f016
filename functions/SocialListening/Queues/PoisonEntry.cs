namespace SocialListening.Queues;

/// <summary>A message that was put aside, without its contents.</summary>
/// <param name="Id">The message's id in the poison queue.</param>
/// <param name="PutAsideAtUtc">When it came there.</param>
/// <param name="Reason">Why, for a person; <see langword="null"/> when the host gave it up after failed deliveries, which the log explains.</param>
/// <param name="Bytes">Size of the message that would be replayed, in bytes.</param>
public sealed record PoisonEntry(string Id, DateTimeOffset PutAsideAtUtc, string? Reason, int Bytes);
