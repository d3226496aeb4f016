using System.Collections.ObjectModel;

namespace Azure.AI.TextAnalytics;

/// <summary>The tone of a document and of its sentences.</summary>
public partial class DocumentSentiment
{
    internal DocumentSentiment(TextSentiment sentiment, SentimentConfidenceScores scores, IList<SentenceSentiment> sentences, IList<TextAnalyticsWarning> warnings)
    {
        Sentiment = sentiment;
        ConfidenceScores = scores;
        Sentences = new ReadOnlyCollection<SentenceSentiment>(sentences);
        Warnings = new ReadOnlyCollection<TextAnalyticsWarning>(warnings);
    }

    /// <summary>The tone.</summary>
    public TextSentiment Sentiment { get; }

    /// <summary>How sure the service is.</summary>
    public SentimentConfidenceScores ConfidenceScores { get; }

    /// <summary>The sentences, in order.</summary>
    public IReadOnlyCollection<SentenceSentiment> Sentences { get; }

    /// <summary>What the service remarks.</summary>
    public IReadOnlyCollection<TextAnalyticsWarning> Warnings { get; }
}
