namespace SocialListening.Insights;

/// <summary>Mentions by tone.</summary>
public sealed record SentimentCounts
{
    /// <summary>All mentions.</summary>
    public int Total { get; set; }

    /// <summary>Negative ones.</summary>
    public int Negative { get; set; }

    /// <summary>Neutral ones.</summary>
    public int Neutral { get; set; }

    /// <summary>Positive ones.</summary>
    public int Positive { get; set; }

    /// <summary>Adds another count to this one.</summary>
    /// <param name="negative">Negative mentions.</param>
    /// <param name="neutral">Neutral mentions.</param>
    /// <param name="positive">Positive mentions.</param>
    public void Add(int negative, int neutral, int positive)
    {
        Negative += negative;
        Neutral += neutral;
        Positive += positive;
        Total += negative + neutral + positive;
    }
}
