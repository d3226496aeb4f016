namespace Azure.AI.TextAnalytics;

/// <summary>A document with the language that it is written in.</summary>
public partial class TextDocumentInput : TextAnalyticsInput
{
    /// <summary>Makes a document.</summary>
    /// <param name="id">An id, unique in the batch.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="ArgumentNullException">The id or the text is null.</exception>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public TextDocumentInput(string id, string text)
        : base(id, text)
    {
    }

    /// <summary>ISO 639-1 code, or null for the client's <see cref="TextAnalyticsClientOptions.DefaultLanguage"/>.</summary>
    public string Language { get; set; }
}
