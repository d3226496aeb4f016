using SocialListening.Scoring.Embedded.Language;
using SocialListening.Scoring.Embedded.Model;
using SocialListening.Scoring.Embedded.Sentiment;

namespace SocialListening.Benchmarks.Sentiment.Training;

/// <summary>Packs trained weights into the layout of <see cref="EmbeddedModel"/>.</summary>
internal static class TextRows
{
    // The register needs no more than a sixth of the steps, offence no more than half of them, and the file is smaller.
    private const int RegisterSteps = 6;
    private const int ToxicitySteps = 2;

    /// <summary>The hashed weights, four signed bytes to a row, and what a step of sentiment, offence and register is worth.</summary>
    public static (uint[] Rows, float Sentiment, float Toxicity, float Register) Pack(
        SparseTrainer polarity, SparseTrainer offence, SparseTrainer register, int bits)
    {
        var count = 1 << bits;
        var negative = new float[count];
        var positive = new float[count];
        var offensive = new float[count];
        var organisations = new float[count];
        for (var i = 0; i < count; i++)
        {
            negative[i] = polarity.Weight(i, 0) - polarity.Weight(i, 1);
            positive[i] = polarity.Weight(i, 2) - polarity.Weight(i, 1);
            offensive[i] = offence.Weight(i, 1) - offence.Weight(i, 0);
            organisations[i] = register.Weight(i, 1) - register.Weight(i, 0);
        }

        var sentimentScale = Quantization.Scale(negative.Concat(positive));
        var toxicityScale = ToxicitySteps * Quantization.Scale(offensive);
        var registerScale = RegisterSteps * Quantization.Scale(organisations);
        var rows = new uint[count];
        for (var i = 0; i < count; i++)
        {
            rows[i] = (byte)Quantization.Step(negative[i], sentimentScale)
                | ((uint)(byte)Quantization.Step(positive[i], sentimentScale) << 8)
                | ((uint)(byte)Quantization.Step(offensive[i], toxicityScale) << 16)
                | ((uint)(byte)Quantization.Step(organisations[i], registerScale) << 24);
        }

        return (rows, sentimentScale, toxicityScale, registerScale);
    }

    /// <summary>The weights of the summary features.</summary>
    public static float[] Summary(SparseTrainer polarity, SparseTrainer offence, SparseTrainer register)
    {
        var weights = new float[EmbeddedModel.SummaryWeightCount];
        for (var part = 0; part <= LanguageTable.WeightColumns; part++)
        {
            for (var j = 0; j < SummaryFeatures.Count; j++)
            {
                var at = ((part * SummaryFeatures.Count) + j) * EmbeddedModel.SummaryOutputs;
                weights[at] = polarity.SummaryWeight(part, j, 0) - polarity.SummaryWeight(part, j, 1);
                weights[at + 1] = polarity.SummaryWeight(part, j, 2) - polarity.SummaryWeight(part, j, 1);
                weights[at + 2] = offence.SummaryWeight(part, j, 1) - offence.SummaryWeight(part, j, 0);
                weights[at + 3] = register.SummaryWeight(part, j, 1) - register.SummaryWeight(part, j, 0);
            }
        }

        return weights;
    }
}
