namespace SocialListening.Scoring.Embedded.Text;

/// <summary>The sort of thing a token is.</summary>
internal enum TokenKind : byte
{
    /// <summary>A run of letters.</summary>
    Word,

    /// <summary>A run of digits.</summary>
    Number,

    /// <summary>A sign or a code point outside the basic plane.</summary>
    Emoji,

    /// <summary>A face typed with punctuation.</summary>
    Emoticon,

    /// <summary>A run of exclamation marks, question marks or dots.</summary>
    Mark,

    /// <summary>A link.</summary>
    Link,

    /// <summary>A handle of another account.</summary>
    Mention,
}
