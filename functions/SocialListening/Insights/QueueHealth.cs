namespace SocialListening.Insights;

/// <summary>How full a queue is.</summary>
/// <param name="Queue">Its name.</param>
/// <param name="Messages">Messages in it.</param>
/// <param name="OldestSeconds">Age of the oldest visible message in seconds; <see langword="null"/> when none is visible.</param>
/// <param name="Poisoned">Messages in its poison queue.</param>
public sealed record QueueHealth(string Queue, long Messages, double? OldestSeconds, long Poisoned);
