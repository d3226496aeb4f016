namespace SocialListening.Contracts;

/// <summary>How a language service judged a text.</summary>
public sealed record LanguageAnswer
{
    /// <summary>The most <see cref="Opinions"/> of an answer.</summary>
    public const int MaxOpinions = 32;

    /// <summary>ISO 639-1 code of the language in which it was judged.</summary>
    public required string Language { get; init; }

    /// <summary>The tone. Praise and blame side by side count as the more probable of the two, and as neutral when they are even.</summary>
    public required SentimentLabel Sentiment { get; init; }

    /// <summary>Confidence in negative, 0 to 1. The three add up to 1.</summary>
    public required float Negative { get; init; }

    /// <summary>Confidence in neutral, 0 to 1.</summary>
    public required float Neutral { get; init; }

    /// <summary>Confidence in positive, 0 to 1.</summary>
    public required float Positive { get; init; }

    /// <summary>What the text says of what, in the order of the text; at most <see cref="MaxOpinions"/>.</summary>
    public IReadOnlyList<TargetOpinion> Opinions { get; init; } = [];

    /// <summary>Its key phrases; empty unless the setting <c>Language:KeyPhrases</c> is on. At most <see cref="MentionScore.MaxKeyPhrases"/>.</summary>
    public IReadOnlyList<string> KeyPhrases { get; init; } = [];

    /// <summary>
    /// Whether phrases, or phrases and opinions, are missing though they were asked for, since an analysis besides the tone failed.
    /// The tone is whole and final.
    /// </summary>
    public bool IsPartial { get; init; }

    /// <summary>Whether only the first 5,120 text elements were judged.</summary>
    public bool Truncated { get; init; }

    /// <summary>The service's model.</summary>
    public required string ModelVersion { get; init; }
}
