using SocialListening.Benchmarks.Sentiment.Data;
using SocialListening.Benchmarks.Sentiment.Evaluation;
using SocialListening.Scoring.Embedded;
using SocialListening.Scoring.Embedded.Language;
using SocialListening.Scoring.Embedded.Model;

namespace SocialListening.Benchmarks.Sentiment.Training;

/// <summary>
/// Temperature scaling of the sentiment (Guo and others, 2017) and the offence threshold, on held-out rows. One
/// temperature for all languages: a few hundred rows of one language would not tell it better.
/// </summary>
internal static class Calibration
{
    /// <summary>The model with temperatures and offence thresholds that fit the held-out rows.</summary>
    public static EmbeddedModel Fit(EmbeddedModel model, Corpus corpus)
    {
        var plain = new EmbeddedScorer(model);
        var scores = corpus.Sentiment().Where(r => r.IsHeldOut)
            .Select(r => (r.Label, Score: plain.ScoreIn(r.Text, LanguageTable.Codes[r.Language])))
            .Select(r => (r.Label, Logs: new[] { Math.Log(r.Score.Negative), Math.Log(r.Score.Neutral), Math.Log(r.Score.Positive) }))
            .ToList();
        var best = Enumerable.Range(0, 120).Select(i => 0.5 + (0.025 * i))
            .MinBy(t => scores.Sum(s => Loss(s.Logs, s.Label, t)));

        var bias = new float[LanguageTable.SentimentLanguages + 1];
        foreach (var language in corpus.Toxicity().Where(r => r.IsHeldOut && r.Source != "hate").GroupBy(r => r.Language))
        {
            var primary = language.Any(r => r.Source == "offensive") ? language.Where(r => r.Source == "offensive") : language;
            bias[language.Key + 1] = Threshold([.. primary.Select(r =>
                (r.Label, Math.Log(1 / (1.0 / plain.ScoreIn(r.Text, LanguageTable.Codes[r.Language]).Toxicity - 1))))]);
        }

        bias[0] = bias[LanguageTable.IndexOf("en") + 1];
        return new EmbeddedModel
        {
            LanguageBits = model.LanguageBits,
            LanguageRows = model.LanguageRows,
            LanguageScale = model.LanguageScale,
            LanguageBias = model.LanguageBias,
            TextBits = model.TextBits,
            TextRows = model.TextRows,
            SentimentScale = model.SentimentScale,
            ToxicityScale = model.ToxicityScale,
            RegisterScale = model.RegisterScale,
            RegisterBias = model.RegisterBias,
            SummaryWeights = model.SummaryWeights,
            Valences = model.Valences,
            Temperatures = [.. Enumerable.Repeat((float)best, LanguageTable.SentimentLanguages + 1)],
            ToxicityBias = bias,
        };
    }

    private static double Loss(double[] logs, int label, double temperature) =>
        Math.Log(logs.Sum(l => Math.Exp(l / temperature))) - (logs[label] / temperature);

    // The shift at which one half is the threshold with the best macro-F1.
    private static float Threshold(IReadOnlyList<(int Label, double LogOdds)> rows) =>
        (float)Enumerable.Range(-40, 81).Select(i => i * 0.05).OrderBy(Math.Abs).MaxBy(shift =>
        {
            var confusion = new Confusion(2);
            foreach (var (label, logOdds) in rows)
            {
                confusion.Add(label, logOdds + shift >= 0 ? 1 : 0);
            }

            return confusion.MacroF1;
        });
}
