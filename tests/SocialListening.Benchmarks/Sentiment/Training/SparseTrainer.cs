using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SocialListening.Scoring.Embedded.Language;
using SocialListening.Scoring.Embedded.Sentiment;
using SocialListening.Scoring.Embedded.Text;

namespace SocialListening.Benchmarks.Sentiment.Training;

/// <summary>
/// Multinomial logistic regression by AdaGrad (Duchi, Hazan and Singer, 2011) over hashed features, each with a
/// weight that all languages share, one of its own language and, in posts to and about organisations, one of that register. One thread, fixed order: the same data give the same
/// weights.
/// </summary>
internal sealed class SparseTrainer
{
    private const int Row = 8;
    private const float Tiny = 1e-6f;
    private readonly TrainerOptions _options;
    private readonly float[] _table;
    private readonly float[] _summary;
    private readonly int _shift;
    private bool _onlySummary;

    public SparseTrainer(TrainerOptions options)
    {
        _options = options;
        _table = new float[Row << options.Bits];
        _summary = new float[(LanguageTable.WeightColumns + 1) * SummaryFeatures.Count * Row];
        _shift = 32 - options.Bits;
    }

    /// <summary>Weight of a class in a row of the hashed table.</summary>
    public float Weight(int row, int label) => _table[(row * Row) + label];

    /// <summary>Weight of a class for a summary feature; part 0 is shared, part n + 1 belongs to column n.</summary>
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
    public void Train(IReadOnlyList<SparseExample> examples)
    {
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new Random(_options.Seed);
        var p = new float[3];
        for (var epoch = -_options.SummaryEpochs; epoch < _options.Epochs; epoch++)
        {
            _onlySummary = epoch < 0;
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
        }
    }

    private static float Scale(uint[] hashes) => 1 / MathF.Sqrt(hashes.Length + 1);

    private void Forward(SparseExample e, float[] p)
    {
        var sum = (Sum(e.Words, e) * Scale(e.Words)) + (Sum(e.Grams, e) * Scale(e.Grams)) + SumSummary(e.Summary, 0);
        if (e.Language >= 0)
        {
            sum += SumSummary(e.Summary, e.Language + 1);
        }

        if (e.Voice >= 0)
        {
            sum += SumSummary(e.Summary, e.Voice + 1);
        }

        var c = _options.Classes == 2 ? float.NegativeInfinity : sum[2];
        var max = Math.Max(sum[0], Math.Max(sum[1], c));
        p[0] = MathF.Exp(sum[0] - max);
        p[1] = MathF.Exp(sum[1] - max);
        p[2] = MathF.Exp(c - max);
        var total = p[0] + p[1] + p[2];
        p[0] /= total;
        p[1] /= total;
        p[2] /= total;
    }

    private Vector128<float> SumSummary(float[] summary, int part)
    {
        ref var weights = ref MemoryMarshal.GetArrayDataReference(_summary);
        var sum = Vector128<float>.Zero;
        var at = (nuint)(part * SummaryFeatures.Count * Row);
        foreach (var x in summary)
        {
            sum += Vector128.LoadUnsafe(ref weights, at) * x;
            at += Row;
        }

        return sum;
    }

    private Vector128<float> Sum(uint[] hashes, SparseExample e)
    {
        var language = _options.SharedOnly ? -1 : e.Language;
        var voice = _options.SharedOnly ? -1 : e.Voice;
        ref var table = ref MemoryMarshal.GetArrayDataReference(_table);
        var sum = Vector128<float>.Zero;
        foreach (var hash in hashes)
        {
            var row = hash >> _shift;
            sum += Vector128.LoadUnsafe(ref table, row * Row);
            if (language >= 0)
            {
                sum += Vector128.LoadUnsafe(ref table, FeatureHash.OwnRow(row, hash, language) * Row);
            }

            if (voice >= 0)
            {
                sum += Vector128.LoadUnsafe(ref table, FeatureHash.OwnRow(row, hash, voice) * Row);
            }
        }

        return sum;
    }

    // A text of the register of organisations teaches the other weights a part of what it teaches that register's.
    private void Backward(SparseExample e, float[] gradient)
    {
        var full = Vector128.Create(gradient[0], gradient[1], gradient[2], 0);
        var part = e.Voice >= 0 ? full * _options.VoiceShare : full;
        if (!_onlySummary)
        {
            Update(e.Words, e, part * Scale(e.Words), full * Scale(e.Words));
            Update(e.Grams, e, part * Scale(e.Grams), full * Scale(e.Grams));
        }

        if (e.Voice >= 0)
        {
            UpdateSummary(e.Summary, e.Voice + 1, full);
        }

        UpdateSummary(e.Summary, 0, part);
        if (e.Language >= 0)
        {
            UpdateSummary(e.Summary, e.Language + 1, part);
        }
    }

    private void UpdateSummary(float[] summary, int part, Vector128<float> gradient)
    {
        ref var weights = ref _summary[part * SummaryFeatures.Count * Row];
        for (var j = 0; j < summary.Length; j++)
        {
            if (summary[j] != 0)
            {
                Step(ref Unsafe.Add(ref weights, j * Row), gradient * summary[j]);
            }
        }
    }

    private void Update(uint[] hashes, SparseExample e, Vector128<float> gradient, Vector128<float> voiceGradient)
    {
        var language = _options.SharedOnly ? -1 : e.Language;
        var voice = _options.SharedOnly ? -1 : e.Voice;
        ref var table = ref MemoryMarshal.GetArrayDataReference(_table);
        foreach (var hash in hashes)
        {
            var row = hash >> _shift;
            Step(ref Unsafe.Add(ref table, row * Row), gradient);
            if (language >= 0)
            {
                Step(ref Unsafe.Add(ref table, FeatureHash.OwnRow(row, hash, language) * Row), gradient);
            }

            if (voice >= 0)
            {
                Step(ref Unsafe.Add(ref table, FeatureHash.OwnRow(row, hash, voice) * Row), voiceGradient);
            }
        }
    }

    // The weights of a row come first, then the sums of the squares of their gradients.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Step(ref float row, Vector128<float> gradient)
    {
        var weights = Vector128.LoadUnsafe(ref row);
        var d = gradient + (weights * _options.L2);
        var squares = Vector128.LoadUnsafe(ref row, Row / 2) + (d * d);
        squares.StoreUnsafe(ref row, Row / 2);
        (weights - (d * _options.Rate / Vector128.Sqrt(squares + Vector128.Create(Tiny)))).StoreUnsafe(ref row);
    }
}
