namespace SocialListening.Matching;

/// <summary>What a piece of a query is.</summary>
internal enum QueryTokenKind
{
    /// <summary>A word, tag, handle or field term.</summary>
    Bare,

    /// <summary>Text in quotes.</summary>
    Quoted,

    /// <summary><c>AND</c>.</summary>
    And,

    /// <summary><c>OR</c>.</summary>
    Or,

    /// <summary><c>NOT</c> or a leading <c>-</c>.</summary>
    Not,

    /// <summary><c>NEAR/n</c>.</summary>
    Near,

    /// <summary><c>(</c>.</summary>
    Open,

    /// <summary><c>)</c>.</summary>
    Close,

    /// <summary>The end.</summary>
    End,
}
