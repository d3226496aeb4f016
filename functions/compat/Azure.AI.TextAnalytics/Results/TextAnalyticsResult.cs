namespace Azure.AI.TextAnalytics;

/// <summary>What became of one document.</summary>
public partial class TextAnalyticsResult
{
    internal TextAnalyticsResult(string id, TextDocumentStatistics statistics)
    {
        Id = id;
        Statistics = statistics;
    }

    internal TextAnalyticsResult(string id, TextAnalyticsError error)
    {
        Id = id;
        Error = error;
    }

    /// <summary>The document's id.</summary>
    public string Id { get; }

    /// <summary>What was counted, when statistics were asked for.</summary>
    public TextDocumentStatistics Statistics { get; }

    /// <summary>Why there is no answer; default when there is one.</summary>
    public TextAnalyticsError Error { get; }

    /// <summary>Whether there is no answer.</summary>
    public bool HasError => Error.ErrorCode != default;

    internal T Answer<T>(T answer) => HasError
        ? throw new InvalidOperationException($"Cannot access result for document {Id}, due to error {Error.ErrorCode}: {Error.Message}")
        : answer;
}
