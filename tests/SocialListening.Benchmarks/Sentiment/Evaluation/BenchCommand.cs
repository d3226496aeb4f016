using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using SocialListening.Benchmarks.Sentiment.Data;
using SocialListening.Scoring.Embedded.Intent;
using SocialListening.Scoring.Embedded.Redaction;

namespace SocialListening.Benchmarks.Sentiment.Evaluation;

/// <summary><c>sentiment bench</c>: texts per second on one thread, bytes allocated for each text, load time.</summary>
internal static class BenchCommand
{
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
        Measure("language, sentiment, toxicity hint and explanation", texts, time, text => scorer.Score(text).Balance);
        var redactor = new PiiRedactor();
        Measure("the same with intents and masked personal data", texts, time, text =>
        {
            var score = scorer.Score(redactor.Redact(text).Text);
            return (float)IntentDetector.Detect(text, score) + score.Balance;
        });
        return 0;
    }

    private static void Measure(string name, string[] texts, TimeSpan time, Func<string, float> score)
    {
        Pass(texts, time / 2, score);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var busyBefore = Busy();
        var start = Stopwatch.GetTimestamp();
        var count = Pass(texts, time, score);
        var elapsed = Stopwatch.GetElapsedTime(start);
        var busy = Busy() - busyBefore;
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}: {count / elapsed.TotalSeconds:F0} texts/s by the clock, {count / busy.TotalSeconds:F0} by processor time, {(double)bytes / count:F1} bytes allocated per text"));
    }

    // On a busy machine the clock counts other programs too.
    private static TimeSpan Busy()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    private static long Pass(string[] texts, TimeSpan time, Func<string, float> score)
    {
        var start = Stopwatch.GetTimestamp();
        var count = 0L;
        var sum = 0f;
        while (Stopwatch.GetElapsedTime(start) < time)
        {
            foreach (var text in texts)
            {
                sum += score(text);
            }

            count += texts.Length;
        }

        GC.KeepAlive(sum);
        return count;
    }
}
