using System.Globalization;
using SocialListening.Benchmarks.Sentiment.Evaluation;

namespace SocialListening.Benchmarks.Sentiment.Sample;

/// <summary>Tries thresholds of the cascade on a sample and recommends one.</summary>
internal static class CascadePlanner
{
    private const int Steps = 20;

    /// <summary>
    /// The plan for rows that the embedded scorer answered and, where it was asked, the service. A text's weight is its
    /// uncertainty, 1 when all three labels are equally likely and 0 when one is certain; every text counts as equally
    /// important.
    /// </summary>
    /// <param name="rows">Text, label, embedded answer, and the service's answer or <see langword="null"/>.</param>
    /// <param name="price">The price, if named.</param>
    /// <param name="budget">The most to spend on 1,000 texts, in the price's currency; <see langword="null"/> for no limit.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    public static CascadePlan Plan(
        IReadOnlyList<(string Text, int Label, SampleAnswer Embedded, SampleAnswer? Service)> rows, SamplePrice? price, double? budget, int seed)
    {
        var asked = rows.Any(r => r.Service is not null);
        var steps = Enumerable.Range(0, Steps + 1).Select(i => Step(rows, i / (double)Steps, price, asked)).ToList();
        var allowed = steps.Where(s => budget is null || s.CostPerThousand is null || s.CostPerThousand <= budget).ToList();
        if (allowed.Count == 0)
        {
            return new CascadePlan(steps, 1, "No step is within the budget: send nothing (mode embedded).");
        }

        return asked ? Measured(rows, steps, allowed, seed) : Guessed(steps, allowed);
    }

    /// <summary>How unsure an answer is: 1 for three equally likely labels, 0 for certainty.</summary>
    public static double Uncertainty(SampleAnswer answer) => Math.Clamp(1.5 * (1 - answer.Confidence), 0, 1);

    private static CascadeStep Step(
        IReadOnlyList<(string Text, int Label, SampleAnswer Embedded, SampleAnswer? Service)> rows, double threshold, SamplePrice? price, bool asked)
    {
        var sent = rows.Where(r => Uncertainty(r.Embedded) >= threshold).ToList();
        var kept = rows.Where(r => Uncertainty(r.Embedded) < threshold).ToList();
        var errors = rows.Count(r => r.Label != r.Embedded.Label);
        var records = 1000.0 * sent.Sum(r => SamplePrice.Records(r.Text)) / rows.Count;
        var cost = price is null ? (double?)null : records / 1000 * price.PerThousandRecords;
        return new CascadeStep(
            threshold,
            (double)sent.Count / rows.Count,
            errors == 0 ? 0 : (double)sent.Count(r => r.Label != r.Embedded.Label) / errors,
            kept.Count == 0 ? null : kept.Average(r => r.Label == r.Embedded.Label ? 1.0 : 0.0),
            records,
            cost,
            1000 * cost,
            asked ? Both(rows, threshold).MacroF1 : null);
    }

    private static Confusion Both(
        IReadOnlyList<(string Text, int Label, SampleAnswer Embedded, SampleAnswer? Service)> rows, double threshold)
    {
        var confusion = new Confusion(SampleLabels.Names.Length);
        foreach (var row in rows)
        {
            confusion.Add(row.Label, Answer(row.Embedded, row.Service, threshold));
        }

        return confusion;
    }

    private static int Answer(SampleAnswer embedded, SampleAnswer? service, double threshold) =>
        service is { } answer && Uncertainty(embedded) >= threshold ? answer.Label : embedded.Label;

    // Youden's index (1950) of uncertainty as a test for errors.
    private static CascadePlan Guessed(List<CascadeStep> steps, List<CascadeStep> allowed)
    {
        var best = allowed.MaxBy(s => s.ErrorsSent - s.Share)!;
        return new CascadePlan(steps, best.Threshold, string.Create(CultureInfo.InvariantCulture,
            $"The service was not asked. {best.Threshold:F2} tells errors from right answers best: it sends {best.Share:P0} of the texts and, among them, {best.ErrorsSent:P0} of the errors; what is kept is right {best.KeptAccuracy ?? 1:P0} of the time."));
    }

    // The cheapest threshold within one standard error of the best (Breiman and others, 1984).
    private static CascadePlan Measured(
        IReadOnlyList<(string Text, int Label, SampleAnswer Embedded, SampleAnswer? Service)> rows,
        List<CascadeStep> steps,
        List<CascadeStep> allowed,
        int seed)
    {
        var best = allowed.MaxBy(s => s.MacroF1)!;
        var (_, _, error) = SampleJudge.Bootstrap([.. rows.Select(r => (r.Label, Answer(r.Embedded, r.Service, best.Threshold)))], seed);
        var chosen = allowed.Where(s => s.MacroF1 >= best.MacroF1 - error).MinBy(s => s.Share)!;
        return new CascadePlan(steps, chosen.Threshold, string.Create(CultureInfo.InvariantCulture,
            $"Both engines together reach macro-F1 {100 * best.MacroF1:F1} at best (threshold {best.Threshold:F2}, {best.Share:P0} sent). {chosen.Threshold:F2} is the cheapest that is within one standard error ({100 * error:F1}) of it: {100 * chosen.MacroF1:F1} with {chosen.Share:P0} sent."));
    }
}
