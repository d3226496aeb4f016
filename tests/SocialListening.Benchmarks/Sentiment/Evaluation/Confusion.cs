namespace SocialListening.Benchmarks.Sentiment.Evaluation;

/// <summary>How often each label was answered by each label, and the figures that follow.</summary>
internal sealed class Confusion(int labels)
{
    private readonly int[,] _counts = new int[labels, labels];

    /// <summary>Rows counted.</summary>
    public int Rows { get; private set; }

    /// <summary>Rows whose answer is the label.</summary>
    public int Correct { get; private set; }

    /// <summary>Share of right answers, 0 to 1; 0 without rows.</summary>
    public double Accuracy => Rows == 0 ? 0 : (double)Correct / Rows;

    /// <summary>Mean F1 of the labels that occur in the file, 0 to 1.</summary>
    public double MacroF1 => Mean((hit, missed, wrong) => 2.0 * hit / ((2.0 * hit) + missed + wrong));

    /// <summary>Mean recall of the labels that occur in the file, 0 to 1.</summary>
    public double MacroRecall => Mean((hit, missed, _) => (double)hit / (hit + missed));

    /// <summary>Counts one row.</summary>
    public void Add(int label, int answer)
    {
        _counts[label, answer]++;
        Rows++;
        Correct += label == answer ? 1 : 0;
    }

    /// <summary>Rows with this label and this answer.</summary>
    public int Count(int label, int answer) => _counts[label, answer];

    private double Mean(Func<int, int, int, double> figure)
    {
        var sum = 0.0;
        var present = 0;
        for (var k = 0; k < labels; k++)
        {
            int missed = 0, wrong = 0;
            for (var j = 0; j < labels; j++)
            {
                missed += j == k ? 0 : _counts[k, j];
                wrong += j == k ? 0 : _counts[j, k];
            }

            if (missed + _counts[k, k] > 0)
            {
                present++;
                sum += figure(_counts[k, k], missed, wrong);
            }
        }

        return present == 0 ? 0 : sum / present;
    }
}
