using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using SocialListening.Benchmarks.Sentiment.Data;
using SocialListening.Contracts;
using SocialListening.Scoring;
using SocialListening.Scoring.Embedded;
using SocialListening.Scoring.Embedded.Intent;
using SocialListening.Scoring.Embedded.Redaction;

namespace SocialListening.Benchmarks.Sentiment.Evaluation;

/// <summary>
/// <c>sentiment bench</c>: texts per second on one thread, processor time and bytes allocated for each text, load time. On a
/// machine that others use too, the processor time tells more than the clock.
/// </summary>
internal static class BenchCommand
{
    private const int MaxPasses = 100_000;

    /// <summary>The command.</summary>
    internal static Command Create()
    {
        var data = new Option<string>("--data") { Description = "A file or folder of label<TAB>text files to score.", Required = true };
        var seconds = new Option<double>("--seconds") { Description = "Time for each measurement.", DefaultValueFactory = _ => 4 };
        var model = new Option<FileInfo?>("--model") { Description = "Another model than the embedded one." };
        var command = new Command("bench", "Time the scorer.") { data, seconds, model };
        command.SetAction(result => Run(
            result.GetRequiredValue(data), TimeSpan.FromSeconds(result.GetValue(seconds)), result.GetValue(model)));
        return command;
    }

    private static int Run(string data, TimeSpan time, FileInfo? model)
    {
        var first = Stopwatch.GetTimestamp();
        var scorer = ScorerSource.Open(model);
        var cold = Stopwatch.GetElapsedTime(first);
        var again = Stopwatch.GetTimestamp();
        scorer = ScorerSource.Open(model);
        var warm = Stopwatch.GetElapsedTime(again);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"load: first {cold.TotalMilliseconds:F0} ms (with just-in-time compilation), again {warm.TotalMilliseconds:F0} ms"));

        var texts = LabelledFile.Find(data).SelectMany(LabelledFile.Read).Select(r => r.Text).ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"texts: {texts.Length}, {texts.Average(t => t.Length):F0} UTF-16 units each"));
        Measure("language and sentiment only", texts, time, text => scorer.ScoreTone(text).Balance);
        Measure("language, sentiment, toxicity hint and explanation", texts, time, text => scorer.Score(text).Balance);
        var redactor = new PiiRedactor();
        Measure("the same with intents and masked personal data", texts, time, text =>
        {
            var score = scorer.Score(redactor.Redact(text).Text);
            return (float)IntentDetector.Detect(text, score) + score.Balance;
        });
        var store = AllOutputs(scorer, redactor);
        Measure("all outputs (language, sentiment, toxicity, intents, target, masking, explanation, key phrases)", texts, time, text => store(text).Score.Negative);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"of that are the result, as it is stored: {KeptBytes(texts, store):F1} bytes per text"));
        return 0;
    }

    // What is still there once the garbage is collected: the score, and the text where personal data was masked in it.
    private static double KeptBytes(string[] texts, Func<string, (string Text, MentionScore Score)> store)
    {
        var kept = new (string, MentionScore)[texts.Length];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < texts.Length; i++)
        {
            kept[i] = store(texts[i]);
        }

        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(kept);
        return (double)bytes / texts.Length;
    }

    // What is stored of a mention of a brand: the name stands in some texts, and not in most.
    private static Func<string, (string Text, MentionScore Score)> AllOutputs(EmbeddedScorer scorer, PiiRedactor redactor)
    {
        var whole = new EmbeddedMentionScorer(scorer);
        var brands = new BrandScoring(scorer, new BenchBrand());
        return text =>
        {
            var read = brands.Read("bench", redactor.Masked(text));
            return (read.Text, brands.Complete(read, whole.Score(read.Neutral)));
        };
    }

    // Each pass over the texts is timed by itself: other programs make some passes slow, none fast.
    private static void Measure(string name, string[] texts, TimeSpan time, Func<string, float> score)
    {
        var clock = new List<TimeSpan>(MaxPasses);
        var processor = new List<TimeSpan>(MaxPasses);
        Passes(texts, time, score, clock, processor);
        clock.Clear();
        processor.Clear();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Passes(texts, time, score, clock, processor);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        clock.Sort();
        processor.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}: {Rate(clock[clock.Count / 2]):F0} texts/s in the median pass, {Rate(clock[clock.Count / 10]):F0} in the fastest tenth of {clock.Count}; for a second of processor time {Rate(processor[processor.Count / 2]):F0} and {Rate(processor[processor.Count / 10]):F0}; {(double)bytes / clock.Count / texts.Length:F1} bytes allocated per text"));

        double Rate(TimeSpan pass) => texts.Length / pass.TotalSeconds;
    }

    private static void Passes(string[] texts, TimeSpan time, Func<string, float> score, List<TimeSpan> clock, List<TimeSpan> processor)
    {
        var start = Stopwatch.GetTimestamp();
        var sum = 0f;
        while (Stopwatch.GetElapsedTime(start) < time && clock.Count < MaxPasses)
        {
            var used = Environment.CpuUsage.TotalTime;
            var pass = Stopwatch.GetTimestamp();
            foreach (var text in texts)
            {
                sum += score(text);
            }

            clock.Add(Stopwatch.GetElapsedTime(pass));
            processor.Add(Environment.CpuUsage.TotalTime - used);
        }

        GC.KeepAlive(sum);
    }
}
