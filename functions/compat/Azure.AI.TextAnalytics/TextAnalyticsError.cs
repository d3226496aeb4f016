namespace Azure.AI.TextAnalytics;

/// <summary>Why a document was not analysed.</summary>
public readonly partial struct TextAnalyticsError
{
    internal TextAnalyticsError(string code, string message, string target)
    {
        ErrorCode = code;
        Message = message;
        Target = target;
    }

    /// <summary>The most precise code that the service gave.</summary>
    public TextAnalyticsErrorCode ErrorCode { get; }

    /// <summary>The service's words, for a person.</summary>
    public string Message { get; }

    /// <summary>What was wrong, when the service says so.</summary>
    public string Target { get; }
}
