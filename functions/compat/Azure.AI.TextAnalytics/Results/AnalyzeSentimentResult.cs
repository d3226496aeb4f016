namespace Azure.AI.TextAnalytics;

/// <summary>What became of one document: its tone, or why there is no answer.</summary>
public partial class AnalyzeSentimentResult : TextAnalyticsResult
{
    private readonly DocumentSentiment _answer;

    internal AnalyzeSentimentResult(string id, TextDocumentStatistics statistics, DocumentSentiment answer)
        : base(id, statistics) => _answer = answer;

    internal AnalyzeSentimentResult(string id, TextAnalyticsError error)
        : base(id, error)
    {
    }

    /// <summary>The answer.</summary>
    /// <exception cref="InvalidOperationException"><see cref="TextAnalyticsResult.HasError"/> is true.</exception>
    public DocumentSentiment DocumentSentiment => Answer(_answer);
}
