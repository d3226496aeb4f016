namespace Azure.AI.TextAnalytics;

/// <summary>What goes with a sentiment batch.</summary>
public partial class AnalyzeSentimentOptions : TextAnalyticsRequestOptions
{
    /// <summary>Whether opinions on targets within the sentences are wanted; null leaves the service's default, which is no.</summary>
    public bool? IncludeOpinionMining { get; set; }
}
