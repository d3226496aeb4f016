namespace Azure.AI.TextAnalytics;

/// <summary>What the service counted in a batch.</summary>
public partial class TextDocumentBatchStatistics
{
    internal TextDocumentBatchStatistics(int documentCount, int validDocumentCount, int invalidDocumentCount, long transactionCount)
    {
        DocumentCount = documentCount;
        ValidDocumentCount = validDocumentCount;
        InvalidDocumentCount = invalidDocumentCount;
        TransactionCount = transactionCount;
    }

    /// <summary>Documents sent.</summary>
    public int DocumentCount { get; }

    /// <summary>Documents analysed.</summary>
    public int ValidDocumentCount { get; }

    /// <summary>Documents with an error.</summary>
    public int InvalidDocumentCount { get; }

    /// <summary>Records billed.</summary>
    public long TransactionCount { get; }
}
