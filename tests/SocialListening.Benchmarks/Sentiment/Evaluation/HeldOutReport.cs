using System.Globalization;
using SocialListening.Benchmarks.Sentiment.Data;
using SocialListening.Scoring.Embedded;
using SocialListening.Scoring.Embedded.Language;
using SocialListening.Scoring.Embedded.Model;

namespace SocialListening.Benchmarks.Sentiment.Evaluation;

/// <summary>Figures of a model on the rows that it was not trained with.</summary>
internal static class HeldOutReport
{
    /// <summary>Writes sentiment by language with calibration, offence by set, and language accuracy by set.</summary>
    public static void Write(EmbeddedModel model, Corpus corpus, TextWriter output)
    {
        var scorer = new EmbeddedScorer(model);
        WriteSentiment(scorer, corpus, output);
        foreach (var set in corpus.Toxicity().Where(r => r.IsHeldOut).GroupBy(r => (r.Source, r.Language)))
        {
            var confusion = new Confusion(2);
            foreach (var row in set)
            {
                confusion.Add(row.Label, scorer.ScoreIn(row.Text, LanguageTable.Codes[row.Language]).Toxicity >= 0.5f ? 1 : 0);
            }

            Line(output, $"toxicity {set.Key.Source} {LanguageTable.Codes[set.Key.Language]}", confusion);
        }

        foreach (var set in corpus.Languages().Where(r => r.IsHeldOut).GroupBy(r => r.Source))
        {
            var confusion = new Confusion(LanguageTable.Codes.Length + 1);
            var first = new Confusion(LanguageTable.Codes.Length + 1);
            foreach (var row in set)
            {
                var answer = LanguageTable.IndexOf(scorer.Score(row.Text).Language);
                confusion.Add(row.Label, answer < 0 ? LanguageTable.Codes.Length : answer);
                if (row.Label != LanguageTable.IndexOf("hi"))
                {
                    first.Add(row.Label, answer < 0 ? LanguageTable.Codes.Length : answer);
                }
            }

            Line(output, $"language {set.Key}", confusion);
            Line(output, $"language {set.Key} without hi", first);
        }
    }

    private static void WriteSentiment(EmbeddedScorer scorer, Corpus corpus, TextWriter output)
    {
        var all = new CalibrationError();
        var sum = 0.0;
        var languages = corpus.Sentiment().Where(r => r.IsHeldOut).GroupBy(r => r.Language).ToList();
        foreach (var language in languages)
        {
            var confusion = new Confusion(3);
            var error = new CalibrationError();
            foreach (var row in language)
            {
                var score = scorer.Score(row.Text);
                var isCorrect = Corpus.SentimentColumn(score.Sentiment) == row.Label;
                confusion.Add(row.Label, Corpus.SentimentColumn(score.Sentiment));
                error.Add(score.Confidence, isCorrect);
                all.Add(score.Confidence, isCorrect);
            }

            sum += confusion.MacroF1;
            Line(output, $"sentiment {LanguageTable.Codes[language.Key]}, calibration error {error.Value.ToString("F3", CultureInfo.InvariantCulture)}", confusion);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"sentiment mean macro-F1 {100 * sum / Math.Max(1, languages.Count):F2}, calibration error {all.Value:F3}"));
    }

    private static void Line(TextWriter output, string name, Confusion c) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{name}: rows {c.Rows}, macro-F1 {100 * c.MacroF1:F1}, accuracy {100 * c.Accuracy:F1}"));
}
