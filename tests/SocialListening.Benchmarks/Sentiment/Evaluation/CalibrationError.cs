namespace SocialListening.Benchmarks.Sentiment.Evaluation;

/// <summary>Expected calibration error over ten bins of confidence (Naeini, Cooper and Hauskrecht, 2015).</summary>
internal sealed class CalibrationError
{
    private const int Bins = 10;
    private readonly double[] _confidence = new double[Bins];
    private readonly int[] _correct = new int[Bins];
    private readonly int[] _count = new int[Bins];

    /// <summary>Mean distance of confidence and accuracy, weighted by the rows in each bin; 0 to 1.</summary>
    public double Value
    {
        get
        {
            var rows = _count.Sum();
            return rows == 0 ? 0 : Enumerable.Range(0, Bins).Sum(b => Math.Abs(_confidence[b] - _correct[b])) / rows;
        }
    }

    /// <summary>Counts one row.</summary>
    public void Add(double confidence, bool isCorrect)
    {
        var bin = Math.Min(Bins - 1, (int)(confidence * Bins));
        _confidence[bin] += confidence;
        _correct[bin] += isCorrect ? 1 : 0;
        _count[bin]++;
    }
}
