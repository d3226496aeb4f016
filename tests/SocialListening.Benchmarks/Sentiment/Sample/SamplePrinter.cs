using System.Globalization;

namespace SocialListening.Benchmarks.Sentiment.Sample;

/// <summary>Writes a report for a person.</summary>
internal static class SamplePrinter
{
    private const int SmallSample = 200;

    /// <summary>Writes all of it.</summary>
    public static void Write(SampleReport report, TextWriter output)
    {
        output.WriteLine($"{report.File}: {report.Rows} rows, embedded model {report.Model}");
        foreach (var engine in report.Engines)
        {
            output.WriteLine();
            output.WriteLine(engine.Unanswered == 0 ? engine.Engine : $"{engine.Engine} ({engine.Unanswered} rows without an answer)");
            foreach (var figures in engine.Languages)
            {
                Write(figures, output);
            }
        }

        output.WriteLine();
        Write(report.Cascade, report.Price, output);
    }

    private static void Write(SampleFigures figures, TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {figures.Language}: {figures.Rows} rows, macro-F1 {100 * figures.MacroF1:F1} (95 % interval {100 * figures.MacroF1Low:F1} to {100 * figures.MacroF1High:F1}), accuracy {100 * figures.Accuracy:F1}, calibration error {figures.CalibrationError:F3}"));
        if (figures.Rows < SmallSample)
        {
            output.WriteLine($"    fewer than {SmallSample} rows: the interval is wide, and the calibration error is mostly chance");
        }

        output.WriteLine("    label      answered  negative  neutral  positive");
        for (var label = 0; label < SampleLabels.Names.Length; label++)
        {
            var counts = figures.Confusion[label];
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"    {SampleLabels.Names[label],-10}{counts.Sum(),9}{counts[0],10}{counts[1],9}{counts[2],10}"));
        }

        output.WriteLine("    confidence     rows  mean confidence  right");
        foreach (var bin in figures.Reliability)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"    {bin.From:F1} to {bin.To:F1}{bin.Rows,11}{100 * bin.Confidence,15:F0} %{100 * bin.Accuracy,5:F0} %"));
        }
    }

    private static void Write(CascadePlan plan, SamplePrice? price, TextWriter output)
    {
        output.WriteLine(price is null
            ? "cascade (name --price to see what it costs)"
            : string.Create(CultureInfo.InvariantCulture,
                $"cascade, at {price.PerThousandRecords:0.####} {price.Currency} for 1,000 text records (price of {price.AsOf})"));
        output.WriteLine("  threshold   sent  of errors  kept right  cost of 1,000  cost of 1,000,000  macro-F1 of both");
        foreach (var step in plan.Steps)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {step.Threshold,9:F2}{100 * step.Share,5:F0} %{100 * step.ErrorsSent,9:F0} %{Share(step.KeptAccuracy),12}{Money(step.CostPerThousand, "F4"),15}{Money(step.CostPerMillion, "F2"),19}{Points(step.MacroF1),18}{(Math.Abs(step.Threshold - plan.Recommended) < 1e-9 ? "  <" : "")}"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"recommended threshold: {plan.Recommended:F2}. {plan.Reason}"));
    }

    private static string Share(double? value) =>
        value is { } share ? string.Create(CultureInfo.InvariantCulture, $"{100 * share:F0} %") : "-";

    private static string Points(double? value) =>
        value is { } share ? (100 * share).ToString("F1", CultureInfo.InvariantCulture) : "-";

    private static string Money(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "-";
}
