using System.CommandLine;
using System.Globalization;
using SocialListening.Benchmarks.Sentiment.Data;
using SocialListening.Benchmarks.Sentiment.Evaluation;
using SocialListening.Contracts;
using SocialListening.Scoring;
using SocialListening.Scoring.Adaptation;
using SocialListening.Scoring.Embedded.Text;

namespace SocialListening.Benchmarks.Sentiment.Training;

/// <summary><c>sentiment retrain</c>: folds a brand's corrections into a file of its own; the model stays as it is.</summary>
internal static class RetrainCommand
{
    private static readonly SentimentLabel[] Labels = [SentimentLabel.Negative, SentimentLabel.Neutral, SentimentLabel.Positive];

    /// <summary>The command.</summary>
    internal static Command Create()
    {
        var data = new Option<string>("--data") { Description = "A file of label<TAB>text as GET …/corrections?format=tsv gives it, or a folder of them.", Required = true };
        var name = new Option<string[]>("--name") { Description = "A name of the brand, as its entry in the brand file has it, hashtags and handles without their sign; may be repeated. Names carry no tone, neither here nor when the app scores." };
        var target = new Option<FileInfo>("--out") { Description = "Where the adaptation is written, when it is better than the model alone.", Required = true };
        var seed = new Option<int>("--seed") { Description = "What the order of the texts is drawn from.", DefaultValueFactory = _ => 1 };
        var model = new Option<FileInfo?>("--model") { Description = "Another model than the embedded one." };
        var command = new Command("retrain", "Learn a brand's own adjustment from its corrections.") { data, name, target, seed, model };
        command.SetAction(result =>
        {
            try
            {
                var names = new NameFinder(result.GetValue(name) ?? []);
                var sample = LabelledFile.Find(result.GetRequiredValue(data)).SelectMany(LabelledFile.Read)
                    .Select(row => (row.Text, Column: Corpus.SentimentLabel(row.Label)))
                    .Where(row => row.Column >= 0)
                    .Select(row => new AdaptationSample(NeutralText.Of(row.Text, names.Find(row.Text)), Labels[row.Column]))
                    .ToArray();
                var (adaptation, report) = AdaptationTrainer.Train(ScorerSource.Open(result.GetValue(model)), sample, result.GetValue(seed));
                Print(report);
                return adaptation is null ? 1 : Write(adaptation, result.GetRequiredValue(target));
            }
            catch (Exception e) when (e is IOException or InvalidDataException)
            {
                Console.Error.WriteLine(e.Message);
                return 2;
            }
        });
        return command;
    }

    private static void Print(AdaptationReport report)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"held-out corrections (five folds): {report.Texts} texts, {report.BaseRight} right before, {report.Mended} mended, {report.Broken} broken"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"macro-F1 {100 * report.BaseMacroF1:F2} -> {100 * report.MacroF1:F2}, log loss {report.BaseLogLoss:F3} -> {report.LogLoss:F3}"));
        foreach (var refusal in report.Refusals)
        {
            Console.WriteLine("refused: " + refusal);
        }
    }

    private static int Write(BrandAdaptation adaptation, FileInfo target)
    {
        using (var file = target.Create())
        {
            BrandAdaptationFile.Write(adaptation, file);
        }

        target.Refresh();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"wrote {target.FullName}: {target.Length} bytes, {adaptation.Fingerprint}, on top of model {adaptation.BaseModel}"));
        return 0;
    }
}
