namespace SocialListening.Matching;

/// <summary>What a token is.</summary>
internal enum TokenKind : byte
{
    /// <summary>A word of a script with spaces.</summary>
    Word,

    /// <summary>A run of letters of a script without spaces.</summary>
    Run,

    /// <summary>A hashtag; its underscores are gone.</summary>
    Hashtag,

    /// <summary>The name of an account after an @.</summary>
    Handle,

    /// <summary>An address: no words, but a host.</summary>
    Link,
}
