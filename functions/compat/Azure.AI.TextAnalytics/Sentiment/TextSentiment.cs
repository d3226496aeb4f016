namespace Azure.AI.TextAnalytics;

/// <summary>A tone.</summary>
public enum TextSentiment
{
    /// <summary>Positive.</summary>
    Positive = 0,

    /// <summary>Neutral.</summary>
    Neutral = 1,

    /// <summary>Negative.</summary>
    Negative = 2,

    /// <summary>Positive and negative side by side; of documents and targets, never of sentences.</summary>
    Mixed = 3,
}
