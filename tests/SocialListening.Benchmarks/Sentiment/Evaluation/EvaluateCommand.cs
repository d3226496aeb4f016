using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SocialListening.Benchmarks.Sentiment.Data;
using SocialListening.Scoring;
using SocialListening.Scoring.Embedded;
using SocialListening.Scoring.Embedded.Language;
using SocialListening.Scoring.Embedded.Text;

namespace SocialListening.Benchmarks.Sentiment.Evaluation;

/// <summary><c>sentiment evaluate</c>, <c>sentiment language</c> and <c>sentiment toxicity</c>: figures on labelled files.</summary>
internal static class EvaluateCommand
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    /// <summary>Labels negative, neutral, positive.</summary>
    internal static Command CreateSentiment() => Create(
        "evaluate",
        "Judge the sentiment on files of label<TAB>text (negative, neutral, positive).",
        ["negative", "neutral", "positive"],
        Corpus.SentimentLabel,
        score => Corpus.SentimentColumn(score.Sentiment));

    /// <summary>Labels are ISO 639-1 codes; any other label means that the language is unknown.</summary>
    internal static Command CreateLanguage() => Create(
        "language",
        "Judge the language on files of label<TAB>text (ISO 639-1 codes).",
        [.. LanguageTable.Codes, LanguageTable.Unknown],
        LanguageColumn,
        score => LanguageColumn(score.Language));

    /// <summary>Labels hate, hateful, offensive and toxic are positive.</summary>
    internal static Command CreateToxicity() => Create(
        "toxicity",
        "Judge the toxicity hint on files of label<TAB>text (hate, hateful, offensive, toxic against the rest).",
        ["not", "offensive"],
        Corpus.ToxicityLabel,
        score => score.Toxicity >= 0.5f ? 1 : 0);

    private static int LanguageColumn(string code)
    {
        var column = LanguageTable.IndexOf(code);
        return column < 0 ? LanguageTable.Codes.Length : column;
    }

    private static Command Create(
        string name, string description, string[] labels, Func<string, int> label, Func<TextScore, int> answer)
    {
        var data = new Option<string>("--data") { Description = "A file, or a folder of .tsv files.", Required = true };
        var language = new Option<string?>("--language") { Description = "The language of all texts; detected when not given." };
        var brand = new Option<string[]>("--name") { Description = "A name of the brand that the texts are about, hashtags and handles without their sign; may be repeated. Names are left out, as the app does." };
        var target = new Option<FileInfo?>("--out") { Description = "Write the figures as JSON." };
        var model = new Option<FileInfo?>("--model") { Description = "Another model than the embedded one." };
        var command = new Command(name, description) { data, language, brand, target, model };
        command.SetAction(result =>
        {
            try
            {
                var scorer = ScorerSource.Open(result.GetValue(model));
                var report = Judge(scorer, result.GetRequiredValue(data), result.GetValue(language), new NameFinder(result.GetValue(brand) ?? []), labels, label, answer);
                if (result.GetValue(target) is { } file)
                {
                    File.WriteAllText(file.FullName, JsonSerializer.Serialize(report, Json));
                }

                return 0;
            }
            catch (Exception e) when (e is IOException or InvalidDataException)
            {
                Console.Error.WriteLine(e.Message);
                return 2;
            }
        });
        return command;
    }

    private static EvaluationReport Judge(
        EmbeddedScorer scorer, string data, string? language, NameFinder names, string[] labels, Func<string, int> label, Func<TextScore, int> answer)
    {
        var reports = new List<FileReport>();
        foreach (var path in LabelledFile.Find(data))
        {
            var confusion = new Confusion(labels.Length);
            var error = new CalibrationError();
            foreach (var row in LabelledFile.Read(path))
            {
                var expected = label(row.Label);
                var text = NeutralText.Of(row.Text, names.Find(row.Text));
                var score = language is null ? scorer.Score(text) : scorer.ScoreIn(text, language);
                confusion.Add(expected, answer(score));
                error.Add(score.Confidence, expected == answer(score));
            }

            var name = File.Exists(data) ? Path.GetFileName(path) : Path.GetRelativePath(data, path).Replace('\\', '/');
            reports.Add(new FileReport(name, confusion.Rows, confusion.MacroF1, confusion.Accuracy, confusion.MacroRecall));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name}: rows {confusion.Rows}, macro-F1 {100 * confusion.MacroF1:F2}, accuracy {100 * confusion.Accuracy:F2}, macro recall {100 * confusion.MacroRecall:F2}{(labels.Length == 3 ? $", calibration error {error.Value:F3}" : "")}"));
            ConfusionTable.Write(confusion, labels, Console.Out);
        }

        if (reports.Sum(report => report.Rows) == 0)
        {
            throw new InvalidDataException($"'{data}' holds no line of label<TAB>text.");
        }

        var mean = reports.Count == 0 ? 0 : reports.Average(r => r.MacroF1);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"mean over {reports.Count} files: macro-F1 {100 * mean:F2}"));
        return new EvaluationReport(reports, new EvaluationReport.Means(mean));
    }
}
