namespace SocialListening.Scoring.Embedded.Text;

/// <summary>Private-use characters that stand for classes of tokens in the normalised text.</summary>
internal static class Signs
{
    public const char Number = '\uE000';
    public const char Link = '\uE001';
    public const char Mention = '\uE002';
    public const char Smile = '\uE010';
    public const char Frown = '\uE011';
    public const char Wink = '\uE012';
    public const char Heart = '\uE013';
    public const char Sceptical = '\uE014';
    public const char Surprise = '\uE015';
    public const char Tears = '\uE016';
    public const char Laugh = '\uE017';
    public const char Tongue = '\uE018';
    public const char BrokenHeart = '\uE019';
    public const char Exclamation = '\uE020';
    public const char Exclamations = '\uE021';
    public const char Question = '\uE022';
    public const char Questions = '\uE023';
    public const char Interrobang = '\uE024';
    public const char Ellipsis = '\uE025';
}
