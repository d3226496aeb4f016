using SocialListening.Benchmarks.Sentiment.Sample;
using SocialListening.Scoring.Embedded;

namespace SocialListening.Tests.Scoring.Sample;

public sealed class SampleRunTests
{
    private static readonly SamplePrice Price = new(1.0, "USD", "2026-11-22");

    [Fact]
    public void Judge_Sample_CountsEachRowOnceAndRepeatsItself()
    {
        var sample = SampleFile.Parse(
            "text,label,lang\nMerci beaucoup,positive,fr\nQuelle honte,negative,fr\nI love it,positive,en\nThe shop opens at nine,neutral,en\n",
            null, null, null, null);

        var report = SampleRun.Judge("x.csv", sample, EmbeddedScorer.Load(), null, Price, null, 7);
        using var first = new StringWriter();
        using var second = new StringWriter();
        SamplePrinter.Write(report, first);
        SamplePrinter.Write(SampleRun.Judge("x.csv", sample, EmbeddedScorer.Load(), null, Price, null, 7), second);

        var figures = Assert.Single(report.Engines).Languages;
        Assert.Equal(["en", "fr", "all"], figures.Select(f => f.Language));
        Assert.Equal([2, 2, 4], figures.Select(f => f.Rows));
        Assert.All(figures, f =>
        {
            Assert.Equal(f.Rows, f.Confusion.Sum(r => r.Sum()));
            Assert.Equal(f.Rows, f.Reliability.Sum(b => b.Rows));
            Assert.InRange(f.MacroF1, f.MacroF1Low, f.MacroF1High);
        });
        Assert.Equal(first.ToString(), second.ToString());
    }

    [Fact]
    public void Judge_AllRight_HasFullMarks()
    {
        var figures = Assert.Single(SampleJudge.Judge([.. Enumerable.Range(0, 30).Select(i => (i % 3, new SampleAnswer("fr", i % 3, 0.9)))], 1));

        Assert.Equal(1, figures.MacroF1);
        Assert.Equal(1, figures.MacroF1Low);
        Assert.Equal(0.1, figures.CalibrationError, 1e-9);
        Assert.Equal(0.9, figures.Reliability[0].Confidence, 1e-9);
        Assert.Equal(1, figures.Reliability[0].Accuracy);
    }

    [Fact]
    public void Bootstrap_LargerSample_HasANarrowerInterval()
    {
        var small = SampleJudge.Bootstrap([.. Enumerable.Range(0, 60).Select(i => (i % 3, i % 5 == 0 ? 0 : i % 3))], 3);
        var large = SampleJudge.Bootstrap([.. Enumerable.Range(0, 3000).Select(i => (i % 3, i % 5 == 0 ? 0 : i % 3))], 3);

        Assert.True(large.High - large.Low < (small.High - small.Low) / 3);
    }

    [Fact]
    public void Plan_ThresholdZero_SendsAllAndCostsThePriceOfEachRecord()
    {
        var plan = CascadePlanner.Plan([Row("short", 0, 0, 0.4), Row(new string('x', 1001), 0, 0, 0.9)], Price, null, 1);

        Assert.Equal((1.0, 1500.0), (plan.Steps[0].Share, plan.Steps[0].RecordsPerThousand));
        Assert.Equal(1.5, plan.Steps[0].CostPerThousand!.Value, 1e-9);
        Assert.Equal(1500, plan.Steps[0].CostPerMillion!.Value, 1e-9);
        Assert.True(plan.Steps.Zip(plan.Steps.Skip(1)).All(s => s.First.Share >= s.Second.Share), "a higher threshold never sends more");
    }

    [Fact]
    public void Plan_ErrorsAmongTheUnsure_RecommendsTheLineBetween()
    {
        var plan = CascadePlanner.Plan(
            [.. Enumerable.Range(0, 40).Select(_ => Row("a", 0, 0, 0.92)), .. Enumerable.Range(0, 10).Select(_ => Row("a", 0, 2, 0.45))], null, null, 1);

        Assert.InRange(plan.Recommended, 0.13, 0.82);
        Assert.Contains("100", plan.Reason, StringComparison.Ordinal);
        Assert.Null(plan.Steps[0].CostPerThousand);
    }

    [Fact]
    public void Plan_Budget_RaisesTheThreshold()
    {
        var rows = Enumerable.Range(0, 50).Select(i => Row("a", 0, i % 2 == 0 ? 0 : 2, 0.4 + (0.01 * i))).ToList();

        var free = CascadePlanner.Plan(rows, Price, null, 1);
        var tight = CascadePlanner.Plan(rows, Price, 0.1, 1);

        Assert.True(tight.Recommended > free.Recommended);
        Assert.True(tight.Steps.Single(s => Math.Abs(s.Threshold - tight.Recommended) < 1e-9).CostPerThousand <= 0.1);
    }

    [Fact]
    public void Plan_ServiceAsked_TakesTheCheapestThresholdThatIsAsGood()
    {
        var rows = Enumerable.Range(0, 300).Select(i => i < 200
            ? Row("a", i % 3, i % 3, 0.95, i % 3)
            : Row("a", i % 3, (i + 1) % 3, 0.4, i % 3)).ToList();

        var plan = CascadePlanner.Plan(rows, Price, null, 1);

        Assert.Equal(1, plan.Steps[0].MacroF1!.Value, 1e-9);
        Assert.Equal(1.0 / 3, plan.Steps.Single(s => Math.Abs(s.Threshold - plan.Recommended) < 1e-9).Share, 0.01);
    }

    private static (string Text, int Label, SampleAnswer Embedded, SampleAnswer? Service) Row(
        string text, int label, int answer, double confidence, int? service = null) =>
        (text, label, new SampleAnswer("fr", answer, confidence), service is { } s ? new SampleAnswer("fr", s, 0.99) : null);
}
