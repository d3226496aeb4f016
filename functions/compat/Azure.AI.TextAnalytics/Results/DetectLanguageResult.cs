namespace Azure.AI.TextAnalytics;

/// <summary>What became of one document: its language, or why there is no answer.</summary>
public partial class DetectLanguageResult : TextAnalyticsResult
{
    private readonly DetectedLanguage _answer;

    internal DetectLanguageResult(string id, TextDocumentStatistics statistics, DetectedLanguage answer)
        : base(id, statistics) => _answer = answer;

    internal DetectLanguageResult(string id, TextAnalyticsError error)
        : base(id, error)
    {
    }

    /// <summary>The answer.</summary>
    /// <exception cref="InvalidOperationException"><see cref="TextAnalyticsResult.HasError"/> is true.</exception>
    public DetectedLanguage PrimaryLanguage => Answer(_answer);
}
