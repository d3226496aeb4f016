namespace Azure.AI.TextAnalytics;

/// <summary>What the service remarks on a document that it did analyse.</summary>
public readonly partial struct TextAnalyticsWarning
{
    internal TextAnalyticsWarning(string code, string message)
    {
        WarningCode = code;
        Message = message;
    }

    /// <summary>The remark's kind.</summary>
    public TextAnalyticsWarningCode WarningCode { get; }

    /// <summary>The service's words, for a person.</summary>
    public string Message { get; }
}
