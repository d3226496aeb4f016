namespace SocialListening.Contracts;

/// <summary>A message, or one item of it, that can never be processed, kept with the reason.</summary>
/// <param name="Queue">The queue where it came from.</param>
/// <param name="Reason">Why, for a person; holds no post text and no secret.</param>
/// <param name="RejectedAtUtc">When it was given up.</param>
/// <param name="Body">The message text as it was received, for a replay after mending.</param>
public sealed record PoisonMessage(string Queue, string Reason, DateTimeOffset RejectedAtUtc, string Body);
