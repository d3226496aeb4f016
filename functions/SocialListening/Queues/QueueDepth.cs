namespace SocialListening.Queues;

/// <summary>How full a queue is.</summary>
/// <param name="Messages">Messages in it, hidden ones included; approximate on a remote service.</param>
/// <param name="OldestInsertedAt">When the oldest visible message was sent; <see langword="null"/> when none is visible.</param>
public sealed record QueueDepth(long Messages, DateTimeOffset? OldestInsertedAt);
