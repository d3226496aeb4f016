namespace SocialListening.Benchmarks.Sentiment.Sample;

/// <summary>How well an engine answered a group of rows. All shares run from 0 to 1.</summary>
/// <param name="Language">ISO 639-1 code, or <c>all</c>.</param>
/// <param name="Rows">Rows answered.</param>
/// <param name="MacroF1">Mean F1 of the labels that occur.</param>
/// <param name="MacroF1Low">Lower end of its 95 % bootstrap interval.</param>
/// <param name="MacroF1High">Upper end.</param>
/// <param name="Accuracy">Share of right answers.</param>
/// <param name="CalibrationError">Expected calibration error over ten bins.</param>
/// <param name="Confusion">Rows by label, then by answer; negative, neutral, positive.</param>
/// <param name="Reliability">The bins that have rows, lowest first.</param>
internal sealed record SampleFigures(
    string Language,
    int Rows,
    double MacroF1,
    double MacroF1Low,
    double MacroF1High,
    double Accuracy,
    double CalibrationError,
    IReadOnlyList<IReadOnlyList<int>> Confusion,
    IReadOnlyList<ReliabilityBin> Reliability);
