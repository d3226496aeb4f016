namespace SocialListening.Benchmarks.Sentiment.Evaluation;

/// <summary>The figures of all files.</summary>
/// <param name="Files">One entry for each file.</param>
/// <param name="Mean">Plain mean over the files.</param>
internal sealed record EvaluationReport(IReadOnlyList<FileReport> Files, EvaluationReport.Means Mean)
{
    /// <summary>Means over the files.</summary>
    /// <param name="MacroF1">Mean of the files' macro-F1, 0 to 1.</param>
    internal sealed record Means(double MacroF1);
}
