namespace Azure.AI.TextAnalytics;

/// <summary>What became of one document: its key phrases, or why there is no answer.</summary>
public partial class ExtractKeyPhrasesResult : TextAnalyticsResult
{
    private readonly KeyPhraseCollection _answer;

    internal ExtractKeyPhrasesResult(string id, TextDocumentStatistics statistics, KeyPhraseCollection answer)
        : base(id, statistics) => _answer = answer;

    internal ExtractKeyPhrasesResult(string id, TextAnalyticsError error)
        : base(id, error)
    {
    }

    /// <summary>The answer.</summary>
    /// <exception cref="InvalidOperationException"><see cref="TextAnalyticsResult.HasError"/> is true.</exception>
    public KeyPhraseCollection KeyPhrases => Answer(_answer);
}
