using System.Collections.ObjectModel;

namespace Azure.AI.TextAnalytics;

/// <summary>The language of a document.</summary>
public readonly partial struct DetectedLanguage
{
    internal DetectedLanguage(string name, string iso6391Name, double confidenceScore, IList<TextAnalyticsWarning> warnings)
    {
        Name = name;
        Iso6391Name = iso6391Name;
        ConfidenceScore = confidenceScore;
        Warnings = new ReadOnlyCollection<TextAnalyticsWarning>(warnings);
    }

    /// <summary>Its English name, or <c>(Unknown)</c>.</summary>
    public string Name { get; }

    /// <summary>Its ISO 639-1 code, or <c>(Unknown)</c>.</summary>
    public string Iso6391Name { get; }

    /// <summary>How sure the service is, 0 to 1.</summary>
    public double ConfidenceScore { get; }

    /// <summary>What the service remarks.</summary>
    public IReadOnlyCollection<TextAnalyticsWarning> Warnings { get; }
}
