namespace Azure.AI.TextAnalytics;

/// <summary>A document whose language is asked for.</summary>
public partial class DetectLanguageInput : TextAnalyticsInput
{
    /// <summary>As a country hint: no hint, not even the client's default.</summary>
    public const string None = "";

    /// <summary>Makes a document.</summary>
    /// <param name="id">An id, unique in the batch.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="ArgumentNullException">The id or the text is null.</exception>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public DetectLanguageInput(string id, string text)
        : base(id, text)
    {
    }

    /// <summary>ISO 3166-1 alpha-2 code, or null for the client's <see cref="TextAnalyticsClientOptions.DefaultCountryHint"/>.</summary>
    public string CountryHint { get; set; }
}
