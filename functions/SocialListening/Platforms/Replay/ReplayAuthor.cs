namespace SocialListening.Platforms.Replay;

/// <summary>Somebody invented who writes in the replay.</summary>
/// <param name="Id">The stable id on the platform; <see langword="null"/> where the platform hides it.</param>
/// <param name="Handle">The handle; <see langword="null"/> for press.</param>
/// <param name="Name">The name shown.</param>
/// <param name="Followers">Followers; <see langword="null"/> where the platform does not tell.</param>
internal sealed record ReplayAuthor(string? Id, string? Handle, string Name, long? Followers);
