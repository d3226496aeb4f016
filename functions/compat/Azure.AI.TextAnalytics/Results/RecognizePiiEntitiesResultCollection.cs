using System.Collections.ObjectModel;

namespace Azure.AI.TextAnalytics;

/// <summary>A result for each document of a batch, in the order of the documents.</summary>
public partial class RecognizePiiEntitiesResultCollection : ReadOnlyCollection<RecognizePiiEntitiesResult>
{
    internal RecognizePiiEntitiesResultCollection(IList<RecognizePiiEntitiesResult> list, TextDocumentBatchStatistics statistics, string modelVersion)
        : base(list)
    {
        Statistics = statistics;
        ModelVersion = modelVersion;
    }

    /// <summary>What was counted; null unless asked for.</summary>
    public TextDocumentBatchStatistics Statistics { get; }

    /// <summary>The model that answered.</summary>
    public string ModelVersion { get; }
}
