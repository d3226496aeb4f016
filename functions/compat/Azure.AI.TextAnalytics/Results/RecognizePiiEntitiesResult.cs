namespace Azure.AI.TextAnalytics;

/// <summary>What became of one document: its personal data, or why there is no answer.</summary>
public partial class RecognizePiiEntitiesResult : TextAnalyticsResult
{
    private readonly PiiEntityCollection _answer;

    internal RecognizePiiEntitiesResult(string id, TextDocumentStatistics statistics, PiiEntityCollection answer)
        : base(id, statistics) => _answer = answer;

    internal RecognizePiiEntitiesResult(string id, TextAnalyticsError error)
        : base(id, error)
    {
    }

    /// <summary>The answer.</summary>
    /// <exception cref="InvalidOperationException"><see cref="TextAnalyticsResult.HasError"/> is true.</exception>
    public PiiEntityCollection Entities => Answer(_answer);
}
