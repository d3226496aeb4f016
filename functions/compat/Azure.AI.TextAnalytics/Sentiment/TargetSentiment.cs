namespace Azure.AI.TextAnalytics;

/// <summary>Something that a sentence speaks of, and in what tone.</summary>
public readonly partial struct TargetSentiment
{
    internal TargetSentiment(TextSentiment sentiment, string text, double positive, double negative, int offset, int length)
    {
        Sentiment = sentiment;
        Text = text;
        ConfidenceScores = new SentimentConfidenceScores(positive, 0, negative);
        Offset = offset;
        Length = length;
    }

    /// <summary>The tone.</summary>
    public TextSentiment Sentiment { get; }

    /// <summary>How sure the service is; neutral is always 0.</summary>
    public SentimentConfidenceScores ConfidenceScores { get; }

    /// <summary>The words.</summary>
    public string Text { get; }

    /// <summary>Where they begin in the document, in UTF-16 units.</summary>
    public int Offset { get; }

    /// <summary>Their length in UTF-16 units.</summary>
    public int Length { get; }
}
