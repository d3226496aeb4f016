using SocialListening.Benchmarks.Sentiment.Evaluation;

namespace SocialListening.Benchmarks.Sentiment.Sample;

/// <summary>Works out the figures of an engine on a sample.</summary>
internal static class SampleJudge
{
    private const int Bins = 10;
    private const int Resamples = 1000;

    /// <summary>Figures for each language with rows, largest first, and for all rows when there is more than one.</summary>
    /// <param name="rows">Label and answer of each row.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    public static IReadOnlyList<SampleFigures> Judge(IReadOnlyList<(int Label, SampleAnswer Answer)> rows, int seed)
    {
        var figures = rows.GroupBy(r => r.Answer.Language)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Figures(g.Key, [.. g], seed)).ToList();
        if (figures.Count > 1)
        {
            figures.Add(Figures("all", rows, seed));
        }

        return figures;
    }

    /// <summary>
    /// The 95 % interval and the standard error of the macro-F1 by the bootstrap (Efron, 1979): rows are drawn with
    /// replacement a thousand times.
    /// </summary>
    public static (double Low, double High, double Error) Bootstrap(IReadOnlyList<(int Label, int Answer)> rows, int seed)
    {
        var random = new Random(seed);
        var values = new double[Resamples];
        for (var i = 0; i < Resamples; i++)
        {
            var confusion = new Confusion(SampleLabels.Names.Length);
            for (var n = 0; n < rows.Count; n++)
            {
                var (label, answer) = rows[random.Next(rows.Count)];
                confusion.Add(label, answer);
            }

            values[i] = confusion.MacroF1;
        }

        Array.Sort(values);
        var mean = values.Average();
        return (values[(int)(0.025 * Resamples)], values[(int)(0.975 * Resamples) - 1],
            Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (Resamples - 1)));
    }

    private static SampleFigures Figures(string language, IReadOnlyList<(int Label, SampleAnswer Answer)> rows, int seed)
    {
        var confusion = new Confusion(SampleLabels.Names.Length);
        var error = new CalibrationError();
        foreach (var (label, answer) in rows)
        {
            confusion.Add(label, answer.Label);
            error.Add(answer.Confidence, label == answer.Label);
        }

        var (low, high, _) = Bootstrap([.. rows.Select(r => (r.Label, r.Answer.Label))], seed);
        var labels = Enumerable.Range(0, SampleLabels.Names.Length).ToList();
        return new SampleFigures(
            language, rows.Count, confusion.MacroF1, low, high, confusion.Accuracy, error.Value,
            [.. labels.Select(l => (IReadOnlyList<int>)[.. labels.Select(a => confusion.Count(l, a))])],
            [.. rows.GroupBy(r => Math.Min(Bins - 1, (int)(r.Answer.Confidence * Bins))).OrderBy(g => g.Key).Select(Bin)]);
    }

    private static ReliabilityBin Bin(IGrouping<int, (int Label, SampleAnswer Answer)> rows) => new(
        rows.Key / (double)Bins,
        (rows.Key + 1) / (double)Bins,
        rows.Count(),
        rows.Average(r => r.Answer.Confidence),
        rows.Average(r => r.Label == r.Answer.Label ? 1.0 : 0.0));
}
