namespace SocialListening.Scoring.Embedded.Text;

/// <summary>One token: where it stands in the text and in the normalised buffer.</summary>
internal struct Token
{
    /// <summary>UTF-16 offset in the text.</summary>
    public int Start;

    /// <summary>UTF-16 units in the text.</summary>
    public int Length;

    /// <summary>Offset of the token's first character in <see cref="TokenBuffer.Normalized"/>.</summary>
    public int NormalStart;

    /// <summary>Characters in <see cref="TokenBuffer.Normalized"/>.</summary>
    public int NormalLength;

    /// <summary>Hash of the folded characters.</summary>
    public uint Hash;

    /// <summary>The sort of token.</summary>
    public TokenKind Kind;

    /// <summary>Every letter is a capital, and there are at least two.</summary>
    public bool IsShouted;

    /// <summary>A letter stood three or more times in a row.</summary>
    public bool IsElongated;
}
