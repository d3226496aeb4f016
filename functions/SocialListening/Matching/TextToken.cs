namespace SocialListening.Matching;

/// <summary>One word, tag, handle or link of a folded text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where its letters begin in the text's buffer, without <c>#</c> or <c>@</c>.</param>
/// <param name="Length">How many characters it has.</param>
/// <param name="NameLength">Of a handle: how many characters stand before its server; else the length.</param>
internal readonly record struct TextToken(TokenKind Kind, int Start, int Length, int NameLength);
