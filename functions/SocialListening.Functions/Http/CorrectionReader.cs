using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SocialListening.Contracts;
using SocialListening.Privacy;
using SocialListening.Scoring.Embedded.Redaction;

namespace SocialListening.Functions.Http;

/// <summary>
/// Reads the body of a correction. Who corrected becomes a keyed pseudonym, and personal data in the note is masked, before
/// either is stored.
/// </summary>
internal sealed class CorrectionReader(AuthorPseudonymizer pseudonymizer, PiiRedactor redactor, TimeProvider time)
{
    private const int MaxBody = 16 * 1024;
    private const int MaxNote = 500;
    private const int MaxBy = 200;

    /// <summary>Reads a body.</summary>
    /// <returns>The correction and the revision that the caller saw, or what is wrong, for a person.</returns>
    public async Task<(SentimentCorrection? Correction, int? Revision, string? Error)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        CorrectionRequest? body;
        try
        {
            body = JsonSerializer.Deserialize(await BodyBytes.ReadAsync(request, MaxBody, cancellationToken), CorrectionJsonContext.Default.CorrectionRequest);
        }
        catch (JsonException e)
        {
            return (null, null, $"The body must be JSON such as {{\"sentiment\":\"negative\",\"note\":\"irony\"}}; it is malformed at {e.Path ?? "its start"}.");
        }

        if (SentimentOf(body?.Sentiment) is not { } sentiment)
        {
            return (null, null, "'sentiment' must be one of negative, neutral, positive.");
        }

        var error = body!.Note is { Length: > MaxNote } ? $"'note' may have at most {MaxNote} characters."
            : body.By is { Length: > MaxBy } ? $"'by' may have at most {MaxBy} characters."
            : body.Revision is < 1 ? "'revision' must be a whole number from 1 on."
            : null;
        return error is null ? (CorrectionOf(sentiment, body), body.Revision, null) : (null, null, error);
    }

    // The note is kept on one line, since it is exported by lines.
    private SentimentCorrection CorrectionOf(SentimentLabel sentiment, CorrectionRequest body) => new(
        sentiment,
        time.GetUtcNow(),
        string.IsNullOrWhiteSpace(body.By) ? null : pseudonymizer.Pseudonym("corrections", body.By.Trim()),
        string.IsNullOrWhiteSpace(body.Note) ? null : redactor.Masked(string.Concat(body.Note.Trim().Select(c => char.IsControl(c) ? ' ' : c))));

    private static SentimentLabel? SentimentOf(string? text) => text?.ToUpperInvariant() switch
    {
        "NEGATIVE" => SentimentLabel.Negative,
        "NEUTRAL" => SentimentLabel.Neutral,
        "POSITIVE" => SentimentLabel.Positive,
        _ => null,
    };
}
