namespace Azure.AI.TextAnalytics;

/// <summary>A document to be analysed.</summary>
public partial class TextAnalyticsInput
{
    internal TextAnalyticsInput(string id, string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(text);
        Id = id;
        Text = text;
    }

    /// <summary>The id that the result carries: not empty, and unique in its batch.</summary>
    public string Id { get; }

    /// <summary>The text; the service measures it in text elements.</summary>
    public string Text { get; }
}
