namespace Azure.AI.TextAnalytics;

/// <summary>How sure the service is of each tone, 0 to 1 each.</summary>
public partial class SentimentConfidenceScores
{
    internal SentimentConfidenceScores(double positive, double neutral, double negative)
    {
        Positive = positive;
        Neutral = neutral;
        Negative = negative;
    }

    /// <summary>Of positive.</summary>
    public double Positive { get; }

    /// <summary>Of neutral; always 0 for targets and assessments.</summary>
    public double Neutral { get; }

    /// <summary>Of negative.</summary>
    public double Negative { get; }
}
