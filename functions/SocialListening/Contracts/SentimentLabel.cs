namespace SocialListening.Contracts;

/// <summary>The tone of a text towards its subject.</summary>
public enum SentimentLabel
{
    /// <summary>Neither good nor bad, or too uncertain to say.</summary>
    Neutral,

    /// <summary>Criticism, anger, disappointment.</summary>
    Negative,

    /// <summary>Praise, thanks, joy.</summary>
    Positive,
}
