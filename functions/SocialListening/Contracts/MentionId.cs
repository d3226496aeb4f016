namespace SocialListening.Contracts;

/// <summary>Makes the deterministic id of a mention.</summary>
public static class MentionId
{
    /// <summary>Gives <c>platform:platformPostId</c>.</summary>
    /// <param name="platform">The platform's short name.</param>
    /// <param name="platformPostId">The post's opaque id there.</param>
    public static string Of(string platform, string platformPostId) => string.Concat(platform, ":", platformPostId);
}
