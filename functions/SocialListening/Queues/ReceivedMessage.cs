namespace SocialListening.Queues;

/// <summary>A message as delivered once.</summary>
/// <param name="Id">The message's id in its queue.</param>
/// <param name="Receipt">Proof of this delivery, needed to renew or delete; empty on a peeked message.</param>
/// <param name="Text">The text as on the wire.</param>
/// <param name="DequeueCount">How often it was delivered, this time included; 0 on a peeked message that never was.</param>
/// <param name="InsertedAt">When it was sent.</param>
/// <param name="ExpiresAt">When the queue drops it by itself.</param>
/// <param name="NextVisibleAt">When it becomes visible again unless deleted or renewed.</param>
public sealed record ReceivedMessage(
    string Id,
    string Receipt,
    string Text,
    int DequeueCount,
    DateTimeOffset InsertedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset NextVisibleAt);
