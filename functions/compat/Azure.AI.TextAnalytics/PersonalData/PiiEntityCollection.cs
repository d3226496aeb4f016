using System.Collections.ObjectModel;

namespace Azure.AI.TextAnalytics;

/// <summary>The personal data in a document.</summary>
public partial class PiiEntityCollection : ReadOnlyCollection<PiiEntity>
{
    internal PiiEntityCollection(IList<PiiEntity> entities, string redactedText, IList<TextAnalyticsWarning> warnings)
        : base(entities)
    {
        RedactedText = redactedText;
        Warnings = new ReadOnlyCollection<TextAnalyticsWarning>(warnings);
    }

    /// <summary>The text with asterisks in place of what was found.</summary>
    public string RedactedText { get; }

    /// <summary>What the service remarks.</summary>
    public IReadOnlyCollection<TextAnalyticsWarning> Warnings { get; }
}
