namespace Azure.AI.TextAnalytics;

/// <summary>What goes with a batch besides its documents.</summary>
public partial class TextAnalyticsRequestOptions
{
    /// <summary>Whether the service counts characters and records. Default false.</summary>
    public bool IncludeStatistics { get; set; }

    /// <summary>The model, such as <c>latest</c>; null leaves it to the service.</summary>
    public string ModelVersion { get; set; }

    /// <summary>True keeps the service from storing the text for 48 hours; null leaves its default.</summary>
    public bool? DisableServiceLogs { get; set; }
}
