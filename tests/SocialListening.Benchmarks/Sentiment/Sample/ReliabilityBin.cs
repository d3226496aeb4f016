namespace SocialListening.Benchmarks.Sentiment.Sample;

/// <summary>Answers of about the same confidence.</summary>
/// <param name="From">Lowest confidence, included.</param>
/// <param name="To">Highest confidence; only 1 is included.</param>
/// <param name="Rows">Answers.</param>
/// <param name="Confidence">Their mean confidence.</param>
/// <param name="Accuracy">Share of them that is right; as large as the confidence when it is calibrated.</param>
internal sealed record ReliabilityBin(double From, double To, int Rows, double Confidence, double Accuracy);
