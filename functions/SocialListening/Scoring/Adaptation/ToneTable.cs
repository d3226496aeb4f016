using SocialListening.Contracts;

namespace SocialListening.Scoring.Adaptation;

/// <summary>Counts answers against labels.</summary>
internal sealed class ToneTable
{
    private const int Tones = 3;
    private const double LeastProbability = 1e-6;

    private readonly int[,] _counts = new int[Tones, Tones];
    private double _loss;
    private int _rows;

    /// <summary>Mean of the F1 of the tones that occur, 0 to 1.</summary>
    public double MacroF1
    {
        get
        {
            double sum = 0;
            var tones = 0;
            for (var tone = 0; tone < Tones; tone++)
            {
                int labelled = 0, answered = 0;
                for (var other = 0; other < Tones; other++)
                {
                    labelled += _counts[tone, other];
                    answered += _counts[other, tone];
                }

                if (labelled + answered > 0)
                {
                    tones++;
                    sum += 2.0 * _counts[tone, tone] / (labelled + answered);
                }
            }

            return tones == 0 ? 0 : sum / tones;
        }
    }

    /// <summary>Mean logarithmic loss in nats.</summary>
    public double LogLoss => _rows == 0 ? 0 : _loss / _rows;

    /// <summary>Counts an answer.</summary>
    /// <returns>Whether it was right.</returns>
    public bool Add(SentimentLabel label, float negative, float neutral, float positive)
    {
        var answer = BrandAdaptation.LabelOf(negative, neutral, positive);
        var probability = label switch
        {
            SentimentLabel.Negative => negative,
            SentimentLabel.Positive => positive,
            _ => neutral,
        };
        _counts[(int)label, (int)answer]++;
        _loss -= Math.Log(Math.Max(probability, LeastProbability));
        _rows++;
        return answer == label;
    }
}
