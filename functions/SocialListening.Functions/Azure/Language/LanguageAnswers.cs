using Azure.AI.TextAnalytics;
using SocialListening.Contracts;

namespace SocialListening.Functions.Azure.Language;

/// <summary>Turns the service's results into answers.</summary>
internal static class LanguageAnswers
{
    // The service gives two decimals: a difference of one is none.
    private const double Even = 0.015;

    /// <summary>Gives the answer for a document.</summary>
    /// <param name="sentiment">The service's result.</param>
    /// <param name="language">The language that it was judged in.</param>
    /// <param name="document">What was sent.</param>
    /// <param name="modelVersion">The service's model.</param>
    public static LanguageAnswer Of(DocumentSentiment sentiment, string language, DocumentText document, string modelVersion)
    {
        var (negative, neutral, positive) = Shares(sentiment.ConfidenceScores);
        return new LanguageAnswer
        {
            Language = language,
            Sentiment = Label(sentiment.Sentiment, sentiment.ConfidenceScores),
            Negative = negative,
            Neutral = neutral,
            Positive = positive,
            Opinions = [.. sentiment.Sentences.SelectMany(sentence => sentence.Opinions).Take(LanguageAnswer.MaxOpinions).Select(Opinion)],
            Truncated = document.Truncated || sentiment.Warnings.Any(warning => warning.WarningCode == TextAnalyticsWarningCode.DocumentTruncated),
            ModelVersion = modelVersion,
        };
    }

    /// <summary>Leaves out what names a person or tells how to reach one, so that it becomes no topic.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="found">The personal data in the text; <see langword="null"/> when it could not be found out, and nothing is kept.</param>
    public static LanguageAnswer WithoutPersonalData(LanguageAnswer answer, PiiEntityCollection? found) => found is null
        ? answer with { KeyPhrases = [], Opinions = [] }
        : answer with
        {
            KeyPhrases = [.. answer.KeyPhrases.Where(phrase => !found.Any(entity => Overlap(phrase, entity.Text)))],
            Opinions = [.. answer.Opinions.Where(opinion => !found.Any(entity =>
                opinion.Start < entity.Offset + entity.Length && entity.Offset < opinion.Start + opinion.Target.Length))],
        };

    private static bool Overlap(string a, string b) => a.Contains(b, StringComparison.OrdinalIgnoreCase) || b.Contains(a, StringComparison.OrdinalIgnoreCase);

    private static TargetOpinion Opinion(SentenceOpinion opinion) => new(
        opinion.Target.Text,
        opinion.Target.Offset,
        Label(opinion.Target.Sentiment, opinion.Target.ConfidenceScores),
        (float)opinion.Target.ConfidenceScores.Negative,
        (float)opinion.Target.ConfidenceScores.Positive);

    private static SentimentLabel Label(TextSentiment sentiment, SentimentConfidenceScores scores) => sentiment switch
    {
        TextSentiment.Positive => SentimentLabel.Positive,
        TextSentiment.Negative => SentimentLabel.Negative,
        TextSentiment.Mixed when Math.Abs(scores.Positive - scores.Negative) < Even => SentimentLabel.Neutral,
        TextSentiment.Mixed => scores.Positive > scores.Negative ? SentimentLabel.Positive : SentimentLabel.Negative,
        _ => SentimentLabel.Neutral,
    };

    // Rounded to two decimals by the service, the three may miss 1 by a little.
    private static (float Negative, float Neutral, float Positive) Shares(SentimentConfidenceScores scores)
    {
        double negative = Math.Max(0, scores.Negative), neutral = Math.Max(0, scores.Neutral), positive = Math.Max(0, scores.Positive);
        var total = negative + neutral + positive;
        return total > 0 ? ((float)(negative / total), (float)(neutral / total), (float)(positive / total)) : (0, 1, 0);
    }
}
