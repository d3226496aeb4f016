using SocialListening.Scoring.Cascade;
using SocialListening.Scoring.Embedded.Redaction;

namespace SocialListening.Benchmarks.Sentiment.Sample;

/// <summary>Asks the language service for every row of a sample.</summary>
internal static class SampleService
{
    /// <summary>
    /// The service's answers in the order of the rows; <see langword="null"/> where it gave none. Personal data are masked
    /// before a text leaves.
    /// </summary>
    /// <param name="service">The service; each row is billed.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="embedded">What the embedded scorer said of each row: its language is asked in.</param>
    /// <param name="failed">Receives the reason of each row without an answer.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public static async Task<IReadOnlyList<SampleAnswer?>> AskAsync(
        ILanguageService service,
        IReadOnlyList<SampleRow> rows,
        IReadOnlyList<SampleAnswer> embedded,
        Action<string> failed,
        CancellationToken cancellationToken)
    {
        var redactor = new PiiRedactor();
        var questions = rows.Select((row, i) => new LanguageQuestion(
            redactor.Redact(row.Text).Text, embedded[i].Language == "und" ? null : embedded[i].Language)).ToList();
        var results = await service.AskAsync(questions, cancellationToken).ConfigureAwait(false);
        var answers = new SampleAnswer?[rows.Count];
        for (var i = 0; i < answers.Length; i++)
        {
            if (results[i].Answer is { } answer)
            {
                answers[i] = SampleAnswer.OfScores(embedded[i].Language, answer.Negative, answer.Neutral, answer.Positive);
            }
            else
            {
                failed($"Line {rows[i].Line}: {results[i].Failure?.Reason}");
            }
        }

        return answers;
    }
}
