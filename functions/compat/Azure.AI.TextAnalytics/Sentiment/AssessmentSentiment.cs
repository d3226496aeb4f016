namespace Azure.AI.TextAnalytics;

/// <summary>Words that speak of a target.</summary>
public readonly partial struct AssessmentSentiment
{
    internal AssessmentSentiment(TextSentiment sentiment, string text, double positive, double negative, bool isNegated, int offset, int length)
    {
        Sentiment = sentiment;
        Text = text;
        ConfidenceScores = new SentimentConfidenceScores(positive, 0, negative);
        IsNegated = isNegated;
        Offset = offset;
        Length = length;
    }

    /// <summary>The tone.</summary>
    public TextSentiment Sentiment { get; }

    /// <summary>How sure the service is; neutral is always 0.</summary>
    public SentimentConfidenceScores ConfidenceScores { get; }

    /// <summary>Whether a negation turns them round.</summary>
    public bool IsNegated { get; }

    /// <summary>The words.</summary>
    public string Text { get; }

    /// <summary>Where they begin in the document, in UTF-16 units.</summary>
    public int Offset { get; }

    /// <summary>Their length in UTF-16 units.</summary>
    public int Length { get; }
}
