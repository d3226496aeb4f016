namespace SocialListening.Scoring.Phrases;

/// <summary>What a word may do in a phrase.</summary>
internal enum WordClass : byte
{
    /// <summary>It names something.</summary>
    Content,

    /// <summary>It names something, but is frequent whatever a post is about.</summary>
    Light,

    /// <summary>It may stand between two words of a phrase.</summary>
    Link,

    /// <summary>It ends a phrase.</summary>
    Stop,
}
