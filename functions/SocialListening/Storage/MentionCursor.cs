namespace SocialListening.Storage;

/// <summary>The place after one mention in the order newest first, then by id. Stays valid while mentions are added.</summary>
/// <param name="CreatedAtUtc">Creation time of that mention.</param>
/// <param name="MentionId">Its id.</param>
public sealed record MentionCursor(DateTimeOffset CreatedAtUtc, string MentionId);
