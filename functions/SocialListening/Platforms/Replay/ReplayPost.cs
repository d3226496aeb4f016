using SocialListening.Contracts;

namespace SocialListening.Platforms.Replay;

/// <summary>A mention of the replay and when its platform's search begins to show it.</summary>
internal sealed record ReplayPost(Mention Mention, DateTimeOffset VisibleAtUtc);
