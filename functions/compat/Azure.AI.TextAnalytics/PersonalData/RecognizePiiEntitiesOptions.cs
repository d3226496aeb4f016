namespace Azure.AI.TextAnalytics;

/// <summary>What goes with a batch whose personal data is asked for.</summary>
public partial class RecognizePiiEntitiesOptions : TextAnalyticsRequestOptions
{
    /// <summary>Whether only health information counts. Default <see cref="PiiEntityDomain.None"/>: all kinds.</summary>
    public PiiEntityDomain DomainFilter { get; set; }

    /// <summary>The kinds wanted; empty for the service's default set.</summary>
    public IList<PiiEntityCategory> CategoriesFilter { get; } = [];
}
