namespace Azure.AI.TextAnalytics;

/// <summary>Personal data found in a document.</summary>
public readonly partial struct PiiEntity
{
    internal PiiEntity(string text, PiiEntityCategory category, string subCategory, double confidenceScore, int offset, int length)
    {
        Text = text;
        Category = category;
        SubCategory = subCategory;
        ConfidenceScore = confidenceScore;
        Offset = offset;
        Length = length;
    }

    /// <summary>The words.</summary>
    public string Text { get; }

    /// <summary>Their kind.</summary>
    public PiiEntityCategory Category { get; }

    /// <summary>A closer kind, or null.</summary>
    public string SubCategory { get; }

    /// <summary>How sure the service is, 0 to 1.</summary>
    public double ConfidenceScore { get; }

    /// <summary>Where they begin, in UTF-16 units.</summary>
    public int Offset { get; }

    /// <summary>Their length in UTF-16 units.</summary>
    public int Length { get; }
}
