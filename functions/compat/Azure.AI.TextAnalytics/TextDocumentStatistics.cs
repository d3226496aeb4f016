namespace Azure.AI.TextAnalytics;

/// <summary>What the service counted in a document; all 0 when statistics were not asked for.</summary>
public readonly partial struct TextDocumentStatistics
{
    internal TextDocumentStatistics(int characterCount, int transactionCount)
    {
        CharacterCount = characterCount;
        TransactionCount = transactionCount;
    }

    /// <summary>Text elements.</summary>
    public int CharacterCount { get; }

    /// <summary>Records billed.</summary>
    public int TransactionCount { get; }
}
