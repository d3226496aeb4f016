using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SocialListening.Contracts;
using SocialListening.Insights;
using SocialListening.Storage;

namespace SocialListening.Functions.Http;

/// <summary>Corrects a mention that a route names and tells what came of it.</summary>
internal static class CorrectionAnswer
{
    public static async Task<IActionResult> CorrectAsync(
        IMentionCorrection store, string brandId, string mentionId, SentimentCorrection? correction, int? revision, CancellationToken cancellationToken)
    {
        var result = await store.CorrectAsync(brandId, mentionId, correction, revision, cancellationToken);

        // A slash in an id arrives escaped, since it would end the part of the path; '%2F' may also stand in the id itself.
        if (result.Outcome == CorrectionOutcome.Unknown && mentionId.Contains("%2F", StringComparison.OrdinalIgnoreCase))
        {
            mentionId = mentionId.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
            result = await store.CorrectAsync(brandId, mentionId, correction, revision, cancellationToken);
        }

        return result.Outcome switch
        {
            CorrectionOutcome.Unknown => JsonAnswer.Problem(
                StatusCodes.Status404NotFound, "Unknown mention", "The brand has no mention with this id. An id is platform:platformPostId, escaped as a part of a path."),
            CorrectionOutcome.Conflict => JsonAnswer.Problem(
                StatusCodes.Status409Conflict, "The mention was changed", $"Its revision is {result.Mention!.Revision} now. Read it again, and send that revision or none."),
            _ => JsonAnswer.Ok(result.Mention!, InsightsJsonContext.Default.ScoredMention),
        };
    }
}
