using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SocialListening.Benchmarks.Sentiment.Data;
using SocialListening.Scoring.Embedded.Language;
using SocialListening.Scoring.Embedded.Model;
using SocialListening.Scoring.Embedded.Text;

namespace SocialListening.Benchmarks.Sentiment.Training;

/// <summary>Learns the language weights: logistic regression by AdaGrad over hashed character sequences.</summary>
internal sealed class LanguageTrainer
{
    /// <summary>Power of two of the number of rows.</summary>
    public const int Bits = 16;

    private const int Lanes = EmbeddedModel.LanguageRowBytes;
    private const int Epochs = 5;
    private const float Rate = 0.2f;

    // Posts count more than subtitles; small languages count more than their share, not quite as much as large ones.
    private const float PostBoost = 1.5f;
    private const float Balance = 0.6f;

    private readonly float[] _weights = new float[Lanes << Bits];
    private readonly float[] _squares = new float[Lanes << Bits];
    private readonly float[] _bias = new float[Lanes];
    private readonly TokenBuffer _buffer = new();
    private readonly GramBuffer _grams = new();

    /// <summary>Learns from the rows that are not held out, or from all of them.</summary>
    public void Train(IReadOnlyList<TrainingRow> rows, bool useHeldOut)
    {
        var examples = rows.Where(r => useHeldOut || !r.IsHeldOut)
            .Select(r => (Hashes: Hashes(r.Text), r.Label, Boost: r.Source == "umsab" ? PostBoost : 1f)).Where(e => e.Hashes.Length > 0).ToArray();
        var sizes = examples.CountBy(e => e.Label).ToDictionary(c => c.Key, c => c.Value);
        var order = Enumerable.Range(0, examples.Length).ToArray();
        var random = new Random(20261123);
        var output = new float[Lanes];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                var (hashes, label, boost) = examples[i];
                var scale = 1 / MathF.Sqrt(hashes.Length);
                Probabilities(hashes, scale, output);
                output[label] -= 1;
                var weight = boost * MathF.Pow(4000f / sizes[label], Balance);
                for (var k = 0; k < Lanes; k++)
                {
                    output[k] *= weight;
                    _bias[k] -= 0.01f * output[k];
                    output[k] *= scale;
                }

                Step(hashes, output);
            }
        }
    }

    /// <summary>The weights as signed bytes, and what one step is worth.</summary>
    public (sbyte[] Rows, float Scale, float[] Bias) Quantize()
    {
        var scale = Quantization.Scale(_weights);
        return (Array.ConvertAll(_weights, w => Quantization.Step(w, scale)), scale, _bias[..LanguageTable.Codes.Length]);
    }

    private uint[] Hashes(string text)
    {
        Tokenizer.Read(text.Length > 600 ? text[..600] : text, _buffer);
        _grams.Fill(_buffer);
        var all = new List<uint>();
        var tokens = _buffer.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind == TokenKind.Word)
            {
                all.AddRange(_grams.UpToFour(i, tokens[i]));
                all.Add(LanguageIdentifier.OfWord(tokens[i]));
            }
        }

        return [.. all];
    }

    private void Probabilities(uint[] hashes, float scale, float[] output)
    {
        Vector256<float> a = default, b = default, c = default, d = default;
        ref var start = ref MemoryMarshal.GetArrayDataReference(_weights);
        foreach (var hash in hashes)
        {
            var at = (nuint)(hash >> (32 - Bits)) * Lanes;
            a += Vector256.LoadUnsafe(ref start, at);
            b += Vector256.LoadUnsafe(ref start, at + 8);
            c += Vector256.LoadUnsafe(ref start, at + 16);
            d += Vector256.LoadUnsafe(ref start, at + 24);
        }

        a.CopyTo(output, 0);
        b.CopyTo(output, 8);
        c.CopyTo(output, 16);
        d.CopyTo(output, 24);
        var max = float.NegativeInfinity;
        for (var k = 0; k < LanguageTable.Codes.Length; k++)
        {
            output[k] = (output[k] * scale) + _bias[k];
            max = Math.Max(max, output[k]);
        }

        var total = 0f;
        for (var k = 0; k < Lanes; k++)
        {
            output[k] = k < LanguageTable.Codes.Length ? MathF.Exp(output[k] - max) : 0;
            total += output[k];
        }

        for (var k = 0; k < Lanes; k++)
        {
            output[k] /= total;
        }
    }

    private void Step(uint[] hashes, float[] gradient)
    {
        ref var weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        ref var squares = ref MemoryMarshal.GetArrayDataReference(_squares);
        ref var g = ref MemoryMarshal.GetArrayDataReference(gradient);
        var tiny = Vector256.Create(1e-6f);
        foreach (var hash in hashes)
        {
            var at = (nuint)(hash >> (32 - Bits)) * Lanes;
            for (nuint k = 0; k < Lanes; k += 8)
            {
                var d = Vector256.LoadUnsafe(ref g, k);
                var h = Vector256.LoadUnsafe(ref squares, at + k) + (d * d);
                h.StoreUnsafe(ref squares, at + k);
                (Vector256.LoadUnsafe(ref weights, at + k) - (Rate * d / Vector256.Sqrt(h + tiny))).StoreUnsafe(ref weights, at + k);
            }
        }
    }
}
