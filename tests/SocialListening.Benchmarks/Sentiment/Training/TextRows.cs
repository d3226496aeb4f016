using SocialListening.Scoring.Embedded.Language;
using SocialListening.Scoring.Embedded.Model;
using SocialListening.Scoring.Embedded.Sentiment;

namespace SocialListening.Benchmarks.Sentiment.Training;

/// <summary>Packs trained weights into the layout of <see cref="EmbeddedModel"/>.</summary>
internal static class TextRows
{
    /// <summary>The hashed weights, three signed bytes to a row.</summary>
    public static uint[] Pack(SparseTrainer polarity, SparseTrainer offence, int bits, out float sentimentScale, out float toxicityScale)
    {
        var count = 1 << bits;
        var negative = new float[count];
        var positive = new float[count];
        var offensive = new float[count];
        for (var i = 0; i < count; i++)
        {
            negative[i] = polarity.Weight(i, 0) - polarity.Weight(i, 1);
            positive[i] = polarity.Weight(i, 2) - polarity.Weight(i, 1);
            offensive[i] = offence.Weight(i, 1) - offence.Weight(i, 0);
        }

        sentimentScale = Quantization.Scale(negative.Concat(positive));
        toxicityScale = Quantization.Scale(offensive);
        var rows = new uint[count];
        for (var i = 0; i < count; i++)
        {
            rows[i] = (byte)Quantization.Step(negative[i], sentimentScale)
                | ((uint)(byte)Quantization.Step(positive[i], sentimentScale) << 8)
                | ((uint)(byte)Quantization.Step(offensive[i], toxicityScale) << 16);
        }

        return rows;
    }

    /// <summary>The weights of the summary features.</summary>
    public static float[] Summary(SparseTrainer polarity, SparseTrainer offence)
    {
        var weights = new float[EmbeddedModel.SummaryWeightCount];
        for (var part = 0; part <= LanguageTable.SentimentLanguages; part++)
        {
            for (var j = 0; j < SummaryFeatures.Count; j++)
            {
                var at = ((part * SummaryFeatures.Count) + j) * 3;
                weights[at] = polarity.SummaryWeight(part, j, 0) - polarity.SummaryWeight(part, j, 1);
                weights[at + 1] = polarity.SummaryWeight(part, j, 2) - polarity.SummaryWeight(part, j, 1);
                weights[at + 2] = offence.SummaryWeight(part, j, 1) - offence.SummaryWeight(part, j, 0);
            }
        }

        return weights;
    }
}
