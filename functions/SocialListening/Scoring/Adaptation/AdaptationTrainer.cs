using SocialListening.Scoring.Embedded;

namespace SocialListening.Scoring.Adaptation;

/// <summary>
/// Learns a brand's adaptation from its corrections: multinomial logistic regression on top of the base model's log-odds
/// (AdaGrad, Duchi et al. 2011, with a Gaussian prior around zero), for words and word pairs of three texts or more. One thread and a fixed
/// seed: the same sample gives the same bytes on the same kind of machine.
/// </summary>
public static class AdaptationTrainer
{
    /// <summary>The fewest different texts that anything is learnt from.</summary>
    public const int MinTexts = 60;

    /// <summary>
    /// The least share of texts that the base model has right. A sample of its mistakes alone would teach to turn every answer
    /// round, and could not show the harm.
    /// </summary>
    public const double LeastBaseRight = 0.25;

    /// <summary>The least share of the texts that the base model has right and the adaptation must keep right.</summary>
    public const double LeastKept = 0.9;

    private const int Folds = 5;

    // One-sided 5 % point of the normal distribution, for a sign test of mended against broken texts.
    private const double SignTest = 1.645;

    /// <summary>Learns, judges by cross-validation, and gives the adaptation only when it is better than the base model alone.</summary>
    /// <param name="scorer">The base model.</param>
    /// <param name="sample">The corrections, also those that confirm a score; of copies the last counts.</param>
    /// <param name="seed">What the order of the texts is drawn from. Default 1.</param>
    /// <returns>The adaptation learnt from the whole sample, <see langword="null"/> when it is refused, and how it did.</returns>
    public static (BrandAdaptation? Adaptation, AdaptationReport Report) Train(EmbeddedScorer scorer, IReadOnlyList<AdaptationSample> sample, int seed = 1)
    {
        var examples = sample
            .GroupBy(row => row.Text, StringComparer.Ordinal)
            .Select(copies => AdaptationExample.Of(scorer, copies.Last()))
            .OrderBy(example => example.Text, StringComparer.Ordinal)
            .ToArray();
        var held = new (float Negative, float Neutral, float Positive)[examples.Length];
        var foldOf = FoldsOf(examples);
        for (var fold = 0; fold < Folds; fold++)
        {
            var learnt = AdaptationFit.Fit(scorer.ModelVersion, [.. examples.Where((_, i) => foldOf[i] != fold)], seed);
            for (var i = 0; i < examples.Length; i++)
            {
                if (foldOf[i] == fold)
                {
                    held[i] = learnt.Apply(examples[i].Features, examples[i].Negative, examples[i].Neutral, examples[i].Positive);
                }
            }
        }

        var report = Judge(examples, held);
        return (report.Refusals.Count == 0 ? AdaptationFit.Fit(scorer.ModelVersion, examples, seed) : null, report);
    }

    // Texts of the same words are copies, however they are written, and go to one fold.
    private static int[] FoldsOf(AdaptationExample[] examples)
    {
        var folds = new int[examples.Length];
        var seen = new Dictionary<ulong, int>();
        for (var i = 0; i < examples.Length; i++)
        {
            var sum = 0UL;
            foreach (var feature in examples[i].Features)
            {
                sum += feature * 0x9E3779B97F4A7C15UL;
            }

            folds[i] = seen.TryGetValue(sum, out var fold) ? fold : seen[sum] = seen.Count % Folds;
        }

        return folds;
    }

    private static AdaptationReport Judge(AdaptationExample[] examples, (float Negative, float Neutral, float Positive)[] held)
    {
        var (before, after) = (new ToneTable(), new ToneTable());
        int baseRight = 0, mended = 0, broken = 0;
        for (var i = 0; i < examples.Length; i++)
        {
            var example = examples[i];
            var wasRight = before.Add(example.Label, example.Negative, example.Neutral, example.Positive);
            var isRight = after.Add(example.Label, held[i].Negative, held[i].Neutral, held[i].Positive);
            baseRight += wasRight ? 1 : 0;
            mended += isRight && !wasRight ? 1 : 0;
            broken += wasRight && !isRight ? 1 : 0;
        }

        var report = new AdaptationReport
        {
            Texts = examples.Length,
            BaseRight = baseRight,
            Mended = mended,
            Broken = broken,
            BaseMacroF1 = before.MacroF1,
            MacroF1 = after.MacroF1,
            BaseLogLoss = before.LogLoss,
            LogLoss = after.LogLoss,
            Refusals = [],
        };
        return report with { Refusals = [.. Refusals(report)] };
    }

    private static IEnumerable<string> Refusals(AdaptationReport report)
    {
        if (report.Texts < MinTexts)
        {
            yield return $"There are {report.Texts} different texts; at least {MinTexts} are needed. Correct more mentions.";
        }

        if (report.BaseRight < LeastBaseRight * report.Texts)
        {
            yield return "The sample holds little but mistakes of the base model, so harm could not be seen. Confirm right scores too: correct a mention to the tone that it has.";
        }

        if (report.Broken > (1 - LeastKept) * report.BaseRight)
        {
            yield return $"{report.Broken} of {report.BaseRight} texts that the base model has right would turn wrong.";
        }

        if (report.MacroF1 <= report.BaseMacroF1
            || report.LogLoss >= report.BaseLogLoss
            || report.Mended - report.Broken < SignTest * Math.Sqrt(report.Mended + report.Broken))
        {
            yield return "On corrections that it has not seen it is not clearly better than the base model.";
        }
    }
}
