using SocialListening.Contracts;

namespace SocialListening.Tests.Matching;

/// <summary>Mentions to match.</summary>
internal static class Posts
{
    public static Mention Of(string text, string platform = "mastodon", string? language = null, string? handle = null, string? authorId = null, string permalink = "") => new()
    {
        Platform = platform,
        PlatformPostId = "1",
        Permalink = permalink,
        Text = text,
        Language = language,
        AuthorHandle = handle,
        AuthorId = authorId,
        CreatedAtUtc = DateTimeOffset.UnixEpoch,
    };
}
