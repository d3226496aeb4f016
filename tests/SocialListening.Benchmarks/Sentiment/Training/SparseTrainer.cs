using SocialListening.Scoring.Embedded.Language;
using SocialListening.Scoring.Embedded.Sentiment;
using SocialListening.Scoring.Embedded.Text;

namespace SocialListening.Benchmarks.Sentiment.Training;

/// <summary>
/// Multinomial logistic regression by AdaGrad (Duchi, Hazan and Singer, 2011) over hashed features, each with a
/// weight that all languages share and one of its own language. One thread, fixed order: the same data give the same
/// weights.
/// </summary>
internal sealed class SparseTrainer
{
    private const int Row = 8;
    private readonly TrainerOptions _options;
    private readonly float[] _table;
    private readonly float[] _summary;
    private readonly int _shift;

    public SparseTrainer(TrainerOptions options)
    {
        _options = options;
        _table = new float[Row << options.Bits];
        _summary = new float[(LanguageTable.SentimentLanguages + 1) * SummaryFeatures.Count * Row];
        _shift = 32 - options.Bits;
    }

    /// <summary>Weight of a class in a row of the hashed table.</summary>
    public float Weight(int row, int label) => _table[(row * Row) + label];

    /// <summary>Weight of a class for a summary feature; part 0 is shared, part n + 1 belongs to language n.</summary>
    public float SummaryWeight(int part, int feature, int label) =>
        _summary[(((part * SummaryFeatures.Count) + feature) * Row) + label];

    /// <summary>The class probabilities of a text.</summary>
    public float[] Predict(SparseExample e)
    {
        var p = new float[3];
        Forward(e, p);
        return p;
    }

    /// <summary>Goes over the examples as often as the options say, in a seeded order.</summary>
    public void Train(IReadOnlyList<SparseExample> examples, Action<int>? afterEpoch = null)
    {
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new Random(_options.Seed);
        var p = new float[3];
        for (var epoch = 0; epoch < _options.Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                var e = examples[i];
                Forward(e, p);
                p[e.Label] -= 1;
                for (var k = 0; k < _options.Classes; k++)
                {
                    p[k] *= e.Weight;
                }

                Backward(e, p);
            }

            afterEpoch?.Invoke(epoch);
        }
    }

    private static float Scale(uint[] hashes) => 1 / MathF.Sqrt(hashes.Length + 1);

    private void Forward(SparseExample e, float[] p)
    {
        float a = 0, b = 0, c = 0;
        Sum(e.Words, e.Language, Scale(e.Words), ref a, ref b, ref c);
        Sum(e.Grams, e.Language, Scale(e.Grams), ref a, ref b, ref c);
        SumSummary(e.Summary, 0, ref a, ref b, ref c);
        if (e.Language >= 0)
        {
            SumSummary(e.Summary, e.Language + 1, ref a, ref b, ref c);
        }

        c = _options.Classes == 2 ? float.NegativeInfinity : c;
        var max = Math.Max(a, Math.Max(b, c));
        a = MathF.Exp(a - max);
        b = MathF.Exp(b - max);
        c = MathF.Exp(c - max);
        var sum = a + b + c;
        p[0] = a / sum;
        p[1] = b / sum;
        p[2] = c / sum;
    }

    private void SumSummary(float[] summary, int part, ref float a, ref float b, ref float c)
    {
        var at = part * SummaryFeatures.Count * Row;
        foreach (var x in summary)
        {
            a += _summary[at] * x;
            b += _summary[at + 1] * x;
            c += _summary[at + 2] * x;
            at += Row;
        }
    }

    private void Sum(uint[] hashes, int language, float value, ref float a, ref float b, ref float c)
    {
        float s0 = 0, s1 = 0, s2 = 0;
        var table = _table;
        foreach (var hash in hashes)
        {
            var at = (int)(hash >> _shift) * Row;
            s0 += table[at];
            s1 += table[at + 1];
            s2 += table[at + 2];
            if (language >= 0)
            {
                at = (int)(FeatureHash.ForLanguage(hash, language) >> _shift) * Row;
                s0 += table[at];
                s1 += table[at + 1];
                s2 += table[at + 2];
            }
        }

        a += s0 * value;
        b += s1 * value;
        c += s2 * value;
    }

    private void Backward(SparseExample e, float[] gradient)
    {
        Update(e.Words, e.Language, Scale(e.Words), gradient);
        Update(e.Grams, e.Language, Scale(e.Grams), gradient);
        UpdateSummary(e.Summary, 0, gradient);
        if (e.Language >= 0)
        {
            UpdateSummary(e.Summary, e.Language + 1, gradient);
        }
    }

    private void UpdateSummary(float[] summary, int part, float[] gradient)
    {
        var at = part * SummaryFeatures.Count * Row;
        foreach (var x in summary)
        {
            if (x != 0)
            {
                Step(_summary, at, gradient, x);
            }

            at += Row;
        }
    }

    private void Update(uint[] hashes, int language, float value, float[] gradient)
    {
        foreach (var hash in hashes)
        {
            Step(_table, (int)(hash >> _shift) * Row, gradient, value);
            if (language >= 0)
            {
                Step(_table, (int)(FeatureHash.ForLanguage(hash, language) >> _shift) * Row, gradient, value);
            }
        }
    }

    private void Step(float[] weights, int at, float[] gradient, float x)
    {
        for (var k = 0; k < _options.Classes; k++)
        {
            var d = (gradient[k] * x) + (_options.L2 * weights[at + k]);
            var h = weights[at + 4 + k] + (d * d);
            weights[at + 4 + k] = h;
            weights[at + k] -= _options.Rate * d / MathF.Sqrt(h + 1e-6f);
        }
    }
}
