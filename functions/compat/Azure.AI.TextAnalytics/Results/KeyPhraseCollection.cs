using System.Collections.ObjectModel;

namespace Azure.AI.TextAnalytics;

/// <summary>The key phrases of a document.</summary>
public partial class KeyPhraseCollection : ReadOnlyCollection<string>
{
    internal KeyPhraseCollection(IList<string> keyPhrases, IList<TextAnalyticsWarning> warnings)
        : base(keyPhrases) => Warnings = new ReadOnlyCollection<TextAnalyticsWarning>(warnings);

    /// <summary>What the service remarks.</summary>
    public IReadOnlyCollection<TextAnalyticsWarning> Warnings { get; }
}
