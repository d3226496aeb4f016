namespace SocialListening.Benchmarks.Sentiment.Evaluation;

/// <summary>The figures of one file.</summary>
/// <param name="File">Path below the folder that was given.</param>
/// <param name="Rows">Rows judged.</param>
/// <param name="MacroF1">Mean F1 of the labels in the file, 0 to 1.</param>
/// <param name="Accuracy">Share of right answers, 0 to 1.</param>
/// <param name="MacroRecall">Mean recall of the labels in the file, 0 to 1.</param>
internal sealed record FileReport(string File, int Rows, double MacroF1, double Accuracy, double MacroRecall);
