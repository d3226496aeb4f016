using System.Collections.ObjectModel;

namespace Azure.AI.TextAnalytics;

/// <summary>The tone of a sentence.</summary>
public readonly partial struct SentenceSentiment
{
    internal SentenceSentiment(TextSentiment sentiment, string text, SentimentConfidenceScores scores, int offset, int length, IList<SentenceOpinion> opinions)
    {
        Sentiment = sentiment;
        Text = text;
        ConfidenceScores = scores;
        Offset = offset;
        Length = length;
        Opinions = new ReadOnlyCollection<SentenceOpinion>(opinions);
    }

    /// <summary>The tone.</summary>
    public TextSentiment Sentiment { get; }

    /// <summary>The sentence.</summary>
    public string Text { get; }

    /// <summary>How sure the service is.</summary>
    public SentimentConfidenceScores ConfidenceScores { get; }

    /// <summary>What is said of what; empty unless asked for.</summary>
    public IReadOnlyCollection<SentenceOpinion> Opinions { get; }

    /// <summary>Where it begins, in UTF-16 units.</summary>
    public int Offset { get; }

    /// <summary>Its length in UTF-16 units.</summary>
    public int Length { get; }
}
