namespace SocialListening.Contracts;

/// <summary>What a mention is on its platform.</summary>
public enum MentionKind
{
    /// <summary>A post, article, story or video of its own.</summary>
    Post,

    /// <summary>A comment directly below a post.</summary>
    Comment,

    /// <summary>An answer to a comment or, where the platform has no comments, to a post.</summary>
    Reply,

    /// <summary>Somebody else's post passed on without words of one's own.</summary>
    Repost,

    /// <summary>Somebody else's post passed on with words of one's own.</summary>
    Quote,

    /// <summary>A rating with or without text.</summary>
    Review,
}
